package nl.meedoen.plans;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one goal. */
public record GoalId(UUID value) {

    /** A new id. */
    public static GoalId next() {
        return new GoalId(Uuids.next());
    }

    /** Reads the text of an id; anything else is an {@link IllegalArgumentException}. */
    public static GoalId of(String text) {
        return new GoalId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
