package nl.meedoen.training.delivery.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import nl.meedoen.training.delivery.domain.SessionState;
import org.jspecify.annotations.Nullable;

/** One group: its sessions, its members and who waits. */
record CohortPage(
        UUID id,
        String name,
        String location,
        String place,
        String trainers,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalTime startsAt,
        LocalTime endsAt,
        int capacity,
        List<SessionRow> sessions,
        List<MemberRow> members,
        List<MemberRow> waiting,
        int waitingCount,
        boolean mayPlan) {

    public int free() {
        return Math.max(0, capacity - members.size());
    }

    public long held() {
        return sessions.stream().filter(s -> s.state() == SessionState.HELD).count();
    }

    public long total() {
        return sessions.stream()
                .filter(s -> s.state() != SessionState.CANCELLED)
                .count();
    }

    /** @param openCalls members who do not know yet of a change */
    record SessionRow(
            UUID id,
            int number,
            String title,
            LocalDate heldOn,
            LocalTime startsAt,
            LocalTime endsAt,
            String place,
            SessionState state,
            @Nullable LocalDate movedFrom,
            int attended,
            int marked,
            int openCalls,
            boolean next,
            boolean due) {}

    /** @param percent of the sessions held since they joined; null before the first */
    record MemberRow(
            UUID memberId,
            UUID participantId,
            String name,
            String number,
            @Nullable String phone,
            LocalDate from,
            int held,
            int attended,
            @Nullable Integer percent) {

        /** How the figure is meant: enough, doubtful or too little. */
        public String tone() {
            return percent == null ? "neutral" : percent >= 80 ? "ok" : percent >= 50 ? "wait" : "danger";
        }
    }
}
