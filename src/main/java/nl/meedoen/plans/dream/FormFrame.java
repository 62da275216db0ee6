package nl.meedoen.plans.dream;

import java.util.List;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.text.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a form of this part, in the shape that the shared fragments of plans read.
 *
 * @param subject what the form is about
 * @param others what somebody else made of it in the meantime; null when nobody did
 */
record FormFrame(
        UUID id, String person, String subject, @Nullable List<Fact> others) {

    static FormFrame of(ParticipantId id, String person, String subject, @Nullable List<Fact> others) {
        return new FormFrame(id.value(), person, subject, others);
    }

    public String planPath() {
        return "/participants/" + id + "/dream";
    }
}
