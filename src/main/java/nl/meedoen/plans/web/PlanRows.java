package nl.meedoen.plans.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.plans.GoalState;
import nl.meedoen.plans.StepStatus;
import org.jspecify.annotations.Nullable;

/** The pieces of the plan page, with their sentences in the reader's language. */
final class PlanRows {

    private PlanRows() {}

    /**
     * A goal with its steps.
     *
     * @param about the domain and the day on which it should be reached
     * @param ended how and when it ended; null while it is open
     */
    record GoalRow(
            UUID id,
            String title,
            String about,
            GoalState state,
            @Nullable String ended,
            @Nullable String why,
            @Nullable String measure,
            @Nullable String reason,
            List<StepRow> open,
            List<StepRow> done) {

        public boolean ongoing() {
            return state == GoalState.OPEN;
        }

        public int total() {
            return open.size() + done.size();
        }

        /** Whether nothing is left to do, so that the goal may well be reached. */
        public boolean ready() {
            return ongoing() && open.isEmpty() && !done.isEmpty();
        }
    }

    /**
     * A step.
     *
     * @param about when it is due or was done, and who does it
     * @param late whether its day has passed
     */
    record StepRow(
            UUID id,
            String title,
            String about,
            boolean late,
            @Nullable String note,
            StepStatus status) {

        public boolean isDone() {
            return status == StepStatus.DONE;
        }
    }

    /** All goals of a plan, and how far they are. */
    record Goals(List<GoalRow> open, List<GoalRow> ended) {

        public int stepsDone() {
            return open.stream().mapToInt(goal -> goal.done().size()).sum();
        }

        public int steps() {
            return open.stream().mapToInt(GoalRow::total).sum();
        }

        public boolean none() {
            return open.isEmpty() && ended.isEmpty();
        }
    }

    /** The appointment that comes next. */
    record AppointmentRow(
            UUID id,
            LocalDate day,
            String title,
            String when,
            @Nullable String place) {}

    /** The review that comes next; {@code when} says its day and how late it is. */
    record ReviewRow(UUID id, String kind, String when, boolean late) {}

    /**
     * What is done about the plan as a whole.
     *
     * @param review null where none is planned
     * @param agreed the number of the last agreement; null before the first
     * @param questions how many questions are open
     */
    record Following(@Nullable ReviewRow review, @Nullable Integer agreed, int questions) {}

    /**
     * One thing that happened.
     *
     * @param praised who said "well done"; null when nobody did
     */
    record Update(
            String icon,
            String tone,
            String title,
            String moment,
            String datetime,
            @Nullable String who,
            @Nullable String text,
            List<Link> links,
            @Nullable String praised) {}

    /** What can be done with an update; a change is sent as a form. */
    record Link(String path, String labelKey, boolean change) {}

    /**
     * A part of the timeline.
     *
     * @param older the cursor of what came before it
     * @param contactsFrom the day before which the handover hides contacts from the reader; null where it hides none
     */
    record Timeline(
            List<Update> updates,
            @Nullable String older,
            @Nullable LocalDate contactsFrom) {}
}
