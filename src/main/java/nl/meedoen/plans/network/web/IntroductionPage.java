package nl.meedoen.plans.network.web;

import java.util.List;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.plans.network.Introduction;
import nl.meedoen.plans.network.IntroductionId;
import nl.meedoen.plans.text.Fact;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;

/** The introductions of a participant, the last one first. */
record IntroductionPage(DossierFrame frame, boolean mayEdit, boolean maySearch, List<Introduction> rows) {

    /**
     * What stands around a form of this part, in the shape that the shared fragments of plans read.
     *
     * @param subject to whom; null for a new one
     * @param others what somebody else wrote meanwhile; null when nobody did
     */
    record Frame(
            UUID id,
            String person,
            @Nullable String subject,
            @Nullable IntroductionId introduction,
            List<Option> vias,
            List<Option> states,
            List<Option> outcomes,
            @Nullable List<Fact> others) {

        public String planPath() {
            return back(new ParticipantId(id));
        }
    }

    static String back(ParticipantId id) {
        return "/participants/" + id + "/network";
    }
}
