package nl.meedoen.enrolment;

import nl.meedoen.participants.Merging;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What belongs to a run when two dossiers become one: it goes where the run goes. */
@Component
@Order(10)
class MergedRuns implements Merging.Party {

    @Override
    public void take(Merging.Moves moves) {
        moves.all("enrolment_funding", "", "enrolment_id");
        moves.all("eligibility_check", "", "id");
        moves.all("aftercare_check_in", "", "id");
        moves.all("transfer", "", "id");
        moves.allBut(
                "exists (select 1 from waiting_priority x where x.participant_id = :into)",
                "waiting_priority",
                "",
                "participant_id");
    }
}
