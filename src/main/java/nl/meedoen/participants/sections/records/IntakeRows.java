package nl.meedoen.participants.sections.records;

import java.util.List;
import nl.meedoen.participants.Merging;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the intake keeps of somebody, when two dossiers become one. Of a section that is one form the dossier that stays
 * keeps its own, and takes the other's where it has none; lists are put together.
 */
@Component
@Order(1)
class IntakeRows implements Merging.Party {

    private static final List<String> ONE_EACH =
            List.of("background", "benefit", "household", "functional_limits", "integration", "work_profile");

    @Override
    public void take(Merging.Moves moves) {
        for (String table : ONE_EACH) {
            moves.allBut(taken(table, ""), table, "", "participant_id");
        }
        moves.allBut(taken("intake_section", " and o.section = t.section"), "intake_section", "", "section");
        moves.allBut(taken("work_wish", " and o.occupation = t.occupation"), "work_wish", "", "id");
        moves.all("language_measurement", "", "id");
        moves.all("education", "sections.moves.education", "id");
        moves.all("work_experience", "sections.moves.work", "id");
        moves.all("ladder_answers", "", "measurement_id");
    }

    /** The dossier that stays has one already. */
    private static String taken(String table, String alike) {
        return "exists (select 1 from " + table + " o where o.participant_id = :into" + alike + ")";
    }
}
