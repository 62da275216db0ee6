package nl.meedoen.plans.cv;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.plans.text.Fact;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;

/**
 * A curriculum vitae as it is now, with what can be done with it.
 *
 * @param chosen null before the first choice
 * @param paper null where nothing is allowed
 * @param missing headings of what is allowed and not in the dossier
 * @param link the address that works; null when there is none
 * @param consent until when employers may see who it is; null when they may not
 */
record CvPage(
        DossierFrame frame,
        @Nullable CvVersion chosen,
        @Nullable CvPaper paper,
        CvLanguage language,
        List<String> missing,
        @Nullable CvLink link,
        @Nullable String address,
        @Nullable LocalDate consent) {

    /**
     * What stands around the form, in the shape that the shared fragments of plans read.
     *
     * @param subject null: it is about all of it
     * @param others what somebody else chose in the meantime; null when nobody did
     */
    record Frame(
            UUID id,
            String person,
            @Nullable String subject,
            List<Option> parts,
            List<Option> layouts,
            @Nullable List<Fact> others) {

        public String planPath() {
            return back(new ParticipantId(id));
        }
    }

    static String back(ParticipantId id) {
        return "/participants/" + id + "/cv";
    }
}
