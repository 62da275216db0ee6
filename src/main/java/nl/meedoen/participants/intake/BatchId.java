package nl.meedoen.participants.intake;

import java.util.UUID;

/** Names one file that is read in. */
public record BatchId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
