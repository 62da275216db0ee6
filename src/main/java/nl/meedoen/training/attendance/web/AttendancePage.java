package nl.meedoen.training.attendance.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import nl.meedoen.training.AttendanceMark;
import nl.meedoen.training.Attendances;
import org.jspecify.annotations.Nullable;

/** A session with a row for each person in it. */
record AttendancePage(
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
        boolean cancelled,
        boolean toCome,
        List<Row> rows) {

    public long marked() {
        return rows.stream().filter(row -> row.mark() != null).count();
    }

    public boolean disputed() {
        return rows.stream().anyMatch(row -> row.theirs() != null);
    }

    public boolean wrong() {
        return rows.stream().anyMatch(row -> row.error() != null);
    }

    /**
     * One person: what stands in the fields and what was saved.
     *
     * @param minutes as typed
     * @param token stands for what was saved when the fields were filled
     * @param theirs what somebody else saved in the meantime
     */
    record Row(
            UUID participant,
            String name,
            String number,
            @Nullable AttendanceMark mark,
            @Nullable String minutes,
            @Nullable String reason,
            String token,
            @Nullable Theirs theirs,
            @Nullable String error) {

        /** The same row with other fields. */
        public Row typed(@Nullable AttendanceMark newMark, @Nullable String newMinutes, @Nullable String newReason) {
            return new Row(participant, name, number, newMark, newMinutes, newReason, token, theirs, error);
        }

        public Row at(String newToken) {
            return new Row(participant, name, number, mark, minutes, reason, newToken, theirs, error);
        }

        public Row against(Theirs other) {
            return new Row(participant, name, number, mark, minutes, reason, token, other, error);
        }

        public Row refused(String sentence) {
            return new Row(participant, name, number, mark, minutes, reason, token, theirs, sentence);
        }
    }

    /** What a colleague saved, and who that was. */
    record Theirs(
            Attendances.@Nullable Entry entry, @Nullable String by) {}
}
