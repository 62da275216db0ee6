package nl.meedoen.plans.dream;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a form of this part, in the shape that the shared fragments of plans read.
 *
 * @param subject what the form is about
 * @param others what somebody else made of it in the meantime; null when nobody did
 */
record FormFrame(
        UUID id, String person, String subject, @Nullable List<Fact> others) {

    /** A label with what it says. */
    record Fact(String labelKey, String text) {}

    static FormFrame of(ParticipantId id, String person, String subject, @Nullable List<Fact> others) {
        return new FormFrame(id.value(), person, subject, others);
    }

    /** Labels and texts by turns; what is not there is shown as a dash. */
    static List<Fact> facts(@Nullable String... labelsAndTexts) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < labelsAndTexts.length; i += 2) {
            String text = labelsAndTexts[i + 1];
            facts.add(new Fact(String.valueOf(labelsAndTexts[i]), text == null || text.isEmpty() ? "–" : text));
        }
        return facts;
    }

    public String planPath() {
        return "/participants/" + id + "/dream";
    }
}
