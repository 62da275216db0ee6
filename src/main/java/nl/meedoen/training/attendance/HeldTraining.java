package nl.meedoen.training.attendance;

import java.util.List;
import nl.meedoen.participants.holdings.Holding;
import nl.meedoen.participants.holdings.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What training keeps of somebody: the groups, and when they were there. */
@Component
@Order(20)
class HeldTraining implements PersonalData {

    private static final String COHORT = "select c.name from cohort c where c.id = t.cohort_id";
    private static final String SESSION =
            "select to_char(s.held_on, 'YYYY-MM-DD') || ' ' || s.title from session s where s.id = t.session_id";

    @Override
    public List<Holding> holdings() {
        return List.of(
                Holding.of("cohort_member", "t.from_on, t.id").named("cohort_id", COHORT),
                Holding.of("attendance", "t.recorded_at, t.session_id")
                        .named("cohort_id", COHORT)
                        .named("session_id", SESSION),
                Holding.of("session_call", "t.asked_at, t.session_id")
                        .named("cohort_id", COHORT)
                        .named("session_id", SESSION));
    }

    @Override
    public List<String> others() {
        return List.of("""
                select o.participant_id from cohort_member o
                where o.cohort_id in (select m.cohort_id from cohort_member m where m.participant_id in (:ids))
                  and o.participant_id not in (:ids)
                """);
    }

    @Override
    public List<String> clearNotes() {
        return List.of(
                "update attendance set reason = null where participant_id in (:ids)",
                "update cohort_member set reason = null where participant_id in (:ids)");
    }
}
