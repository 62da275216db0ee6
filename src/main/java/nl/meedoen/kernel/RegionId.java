package nl.meedoen.kernel;

import java.util.UUID;

/** Names one region: a group of locations. */
public record RegionId(UUID value) {

    /** A new id. */
    public static RegionId next() {
        return new RegionId(Uuids.next());
    }

    /** Reads the text of an id; anything else is an {@link IllegalArgumentException}. */
    public static RegionId of(String text) {
        return new RegionId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
