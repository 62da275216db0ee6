package nl.meedoen.plans.questions;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one question with everything that was said after it. */
public record QuestionId(UUID value) {

    /** A new id. */
    public static QuestionId next() {
        return new QuestionId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
