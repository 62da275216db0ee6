package nl.meedoen.training.dossier;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import nl.meedoen.participants.DossierFrame;
import org.jspecify.annotations.Nullable;

/**
 * The groups that somebody can be put in.
 *
 * @param free groups with a free place, the one that suits best first
 * @param full groups that one can only wait for
 */
record GroupChoicePage(DossierFrame frame, List<Choice> free, List<Choice> full) {

    public boolean none() {
        return free.isEmpty() && full.isEmpty();
    }

    /**
     * A group.
     *
     * @param seats how many places are free; 0 when it is full
     * @param waiting how many people wait for a place
     * @param begun whether sessions were held already
     * @param sessionsLeft how many sessions are to come
     */
    record Choice(
            UUID id,
            String name,
            String place,
            @Nullable String trainers,
            LocalDate startsOn,
            LocalTime startsAt,
            int seats,
            int waiting,
            boolean begun,
            int sessionsLeft) {}

    /** Somebody who is about to leave a group, or its waiting list. */
    record LeavePage(UUID id, String person, UUID member, String group, boolean waiting) {}
}
