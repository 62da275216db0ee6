package nl.meedoen.participants.caseload;

import java.util.UUID;

/** Names a time in which one coach covers for another. */
public record CoverId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
