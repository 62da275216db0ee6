package nl.meedoen.participants.merging;

import java.util.UUID;

/** Names two people who may be one. */
public record PairId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
