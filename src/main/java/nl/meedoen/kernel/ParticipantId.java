package nl.meedoen.kernel;

import java.util.UUID;

/** Names one participant. */
public record ParticipantId(UUID value) {

    /** A new id. */
    public static ParticipantId next() {
        return new ParticipantId(Uuids.next());
    }

    /** Reads the text of an id; anything else is an {@link IllegalArgumentException}. */
    public static ParticipantId of(String text) {
        return new ParticipantId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
