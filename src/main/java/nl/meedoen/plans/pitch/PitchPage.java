package nl.meedoen.plans.pitch;

import java.util.List;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.plans.text.Fact;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;

/**
 * The versions of a pitch and how they grew.
 *
 * @param maySeeCv whether the reader sees the curriculum vitae too; trainers do not
 * @param versions the newest first
 * @param said how the marks grew, in a sentence
 * @param growth a row for each version that was rated, the oldest first
 */
record PitchPage(
        DossierFrame frame,
        boolean mayWrite,
        boolean mayRate,
        boolean maySeeCv,
        List<Version> versions,
        String said,
        List<Growth> growth) {

    public @Nullable Version newest() {
        return versions.isEmpty() ? null : versions.get(0);
    }

    public List<Version> earlier() {
        return versions.stream().skip(1).toList();
    }

    /** A version, and whether the reader has rated it. */
    record Version(Pitch pitch, boolean rated) {}

    /** The averages of one version. */
    record Growth(int number, String on, List<Bar> bars) {}

    /**
     * An average with the length of its bar.
     *
     * @param width of a hundred
     */
    record Bar(String labelKey, String mark, int width) {}

    /**
     * What stands around a form of this part, in the shape that the shared fragments of plans read.
     *
     * @param pitch the version that the form is about; null for a new one
     * @param others what somebody else wrote in the meantime; null when nobody did
     */
    record Frame(
            UUID id,
            String person,
            @Nullable String subject,
            @Nullable Pitch pitch,
            List<Option> marks,
            @Nullable List<Fact> others) {

        public String planPath() {
            return back(new ParticipantId(id));
        }
    }

    /**
     * The card.
     *
     * @param withCv whether the address of a curriculum vitae stands on it, and the reader may see that
     */
    record Card(ParticipantId id, String person, Pitch pitch, boolean withCv) {}

    static String back(ParticipantId id) {
        return "/participants/" + id + "/pitch";
    }
}
