package nl.meedoen.enrolment;

import java.util.List;
import nl.meedoen.participants.holdings.Holding;
import nl.meedoen.participants.holdings.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who paid for somebody's run and what was checked for it, the waiting list, aftercare, and other locations. */
@Component
@Order(6)
class HeldRuns implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
                Holding.of("enrolment_funding", "t.set_at, t.enrolment_id"),
                Holding.of("eligibility_check", "t.checked_at, t.id"),
                Holding.of("waiting_priority", "t.moved_at"),
                Holding.of("aftercare_check_in", "t.due_on, t.id"),
                Holding.of("transfer", "t.transferred_at, t.id")
                        .named("from_location_id", "select l.name from location l where l.id = t.from_location_id")
                        .named("to_location_id", "select l.name from location l where l.id = t.to_location_id"));
    }
}
