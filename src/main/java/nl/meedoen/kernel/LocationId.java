package nl.meedoen.kernel;

import java.util.UUID;

/** Names one location: a place from which the programme is run. */
public record LocationId(UUID value) {

    /** A new id. */
    public static LocationId next() {
        return new LocationId(Uuids.next());
    }

    /** Reads the text of an id; anything else is an {@link IllegalArgumentException}. */
    public static LocationId of(String text) {
        return new LocationId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
