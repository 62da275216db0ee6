package nl.meedoen.training.delivery.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of the list of groups. */
record CohortsPage(
        List<View> views,
        String state,
        @Nullable String q,
        List<Row> rows,
        @Nullable String previous,
        @Nullable String next,
        @Nullable String label,
        boolean mayPlan) {

    /** A saved list as a tab. */
    record View(String href, String label, @Nullable Integer count, boolean current) {}

    /** A group in one row. */
    record Row(
            UUID id,
            String name,
            String location,
            String place,
            String trainers,
            LocalDate startsOn,
            LocalDate endsOn,
            LocalTime startsAt,
            int capacity,
            int seated,
            int waiting,
            int held,
            int total,
            @Nullable UUID nextId,
            int nextNumber,
            @Nullable LocalDate nextOn,
            @Nullable LocalTime nextAt) {

        public int free() {
            return Math.max(0, capacity - seated);
        }
    }
}
