package nl.meedoen.participants.lists;

import java.util.UUID;

/** Names a view that was kept. */
public record ViewId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
