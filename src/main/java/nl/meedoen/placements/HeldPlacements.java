package nl.meedoen.placements;

import java.util.List;
import nl.meedoen.participants.holdings.Holding;
import nl.meedoen.participants.holdings.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What placements keeps of somebody. */
@Component
@Order(30)
class HeldPlacements implements PersonalData {

    private static final String PLACE = """
            select e.name || ': ' || o.title from placement p join employer e on e.id = p.employer_id
            join opening o on o.id = p.opening_id where p.id = t.placement_id""";

    @Override
    public List<Holding> holdings() {
        return List.of(
                Holding.of("placement", "t.proposed_on, t.id")
                        .named("employer_id", "select e.name from employer e where e.id = t.employer_id")
                        .named("opening_id", "select o.title from opening o where o.id = t.opening_id")
                        .without("sort_on"),
                Holding.of("placement_change", "t.changed_at, t.id").named("placement_id", PLACE),
                Holding.of("check_in", "t.due_on, t.id").named("placement_id", PLACE));
    }

    @Override
    public List<String> clearNotes() {
        return List.of(
                "update placement set stop_reason = null where participant_id in (:ids)",
                "update check_in set note = null where participant_id in (:ids)");
    }

    @Override
    public List<String> leaveFigures() {
        return List.of("""
                insert into past_placement (id, person_id, kind, began_on, ended_on)
                select gen_random_uuid(), :past, kind, began_on, ended_on from counted_placement where person_id in (:ids)""");
    }
}
