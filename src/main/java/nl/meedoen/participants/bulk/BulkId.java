package nl.meedoen.participants.bulk;

import java.util.UUID;

/** Names one thing that was done for many. */
public record BulkId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
