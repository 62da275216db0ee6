package nl.meedoen.notices.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What needs the reader now.
 *
 * @param greetingKey message code of the greeting at this time of day
 * @param count how many things wait in all
 * @param late how many of them are past their day
 * @param groups by kind, the most urgent kind first
 * @param agenda what is planned for today and later, the first one first
 */
record TodayPage(
        String greetingKey,
        String name,
        LocalDate today,
        int count,
        int late,
        boolean mayList,
        List<Group> groups,
        List<Row> agenda) {

    /** Things of one kind; the first few are shown at once, the rest is folded. */
    record Group(String id, String titleKey, int count, List<Row> first, List<Row> rest) {}

    /** One thing, and the page where it is done. */
    record Row(
            String tone,
            String icon,
            String title,
            String text,
            String path,
            @Nullable LocalDate due,
            boolean late) {}
}
