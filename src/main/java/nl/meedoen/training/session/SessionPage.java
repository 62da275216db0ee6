package nl.meedoen.training.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import nl.meedoen.training.delivery.domain.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * One session of a group.
 *
 * @param calls the members who are to be told of the last change
 */
record SessionPage(
        UUID id,
        UUID cohortId,
        String cohort,
        String location,
        String trainers,
        int number,
        String title,
        LocalDate heldOn,
        LocalTime startsAt,
        LocalTime endsAt,
        String place,
        SessionState state,
        @Nullable LocalDate movedFrom,
        @Nullable String reason,
        long version,
        boolean mayMark,
        int members,
        Marks marks,
        List<WorkFormLine> workForms,
        List<Call> calls,
        @Nullable Neighbour previous,
        @Nullable Neighbour next) {

    /** How the marks of attendance are divided. */
    record Marks(int present, int late, int excused, int absent) {

        public int total() {
            return present + late + excused + absent;
        }

        public int attended() {
            return present + late;
        }
    }

    /** A work form in one line. */
    record WorkFormLine(UUID id, String title, int minutes) {}

    /** Somebody to tell, and whether that was done. */
    record Call(
            UUID participantId,
            String name,
            @Nullable String phone,
            boolean whatsapp,
            @Nullable String language,
            boolean interpreter,
            @Nullable Instant toldAt,
            @Nullable String toldBy) {}

    /** The session before or after this one. */
    record Neighbour(UUID id, int number) {}

    public int workMinutes() {
        return workForms.stream().mapToInt(WorkFormLine::minutes).sum();
    }

    public long openCalls() {
        return calls.stream().filter(call -> call.toldAt() == null).count();
    }
}
