package nl.meedoen.notices.web;

import java.time.LocalDate;
import java.util.List;
import nl.meedoen.desk.Attention;
import nl.meedoen.webkit.Bounded;
import org.jspecify.annotations.Nullable;

/**
 * What needs the reader now.
 *
 * @param greetingKey message code of the greeting at this time of day
 * @param count how many things wait in all
 * @param late how many of them are past their day
 * @param mayList whether the reader has a list of participants
 * @param mayWrite whether the reader writes of conversations
 * @param groups by kind, the most urgent kind first
 * @param putAway what the reader snoozed, the first to come back first
 * @param agenda what is planned for today and later, the first one first
 * @param days the days that one press chooses for a snooze
 * @param all the kind of which everything is shown
 * @param refused a snooze that was sent with a day that cannot be
 */
record TodayPage(
        String greetingKey,
        String name,
        LocalDate today,
        int count,
        int late,
        boolean mayList,
        boolean mayWrite,
        List<Group> groups,
        List<PutAway> putAway,
        List<Row> agenda,
        List<Day> days,
        @Nullable String all,
        @Nullable Refused refused) {

    /**
     * Things of one kind; the first few, or all of them where the reader asked for that.
     *
     * @param left how many are not shown
     * @param wholePath the list that holds them all, where there are more than here
     */
    record Group(
            String id,
            String titleKey,
            int count,
            List<Row> rows,
            int left,
            @Nullable String wholePath) {

        /** The count as it is shown: "1.000+" where it stopped, "50+" where nobody counts further than what is listed. */
        public String label() {
            return count >= Bounded.STOP ? "1.000+" : isFirstOnly() ? count + "+" : String.valueOf(count);
        }

        private boolean isFirstOnly() {
            return wholePath == null && count == rows.size() + left && count >= Attention.MOST;
        }
    }

    /** One thing, and the page where it is done. */
    record Row(
            String mark,
            String tone,
            String icon,
            String title,
            String text,
            String path,
            @Nullable LocalDate due,
            boolean late) {}

    /** One thing that comes back on a day. */
    record PutAway(Row row, String kindKey, LocalDate until) {}

    /** A day to choose with one press. */
    record Day(String labelKey, LocalDate day) {}

    /** What was typed, and the sentence that says what is wrong with it. */
    record Refused(String mark, String typed, String sentence) {}

    TodayPage with(Refused wrong) {
        return new TodayPage(
                greetingKey, name, today, count, late, mayList, mayWrite, groups, putAway, agenda, days, all, wrong);
    }
}
