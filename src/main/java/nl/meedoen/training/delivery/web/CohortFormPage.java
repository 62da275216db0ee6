package nl.meedoen.training.delivery.web;

import java.time.LocalDate;
import java.util.List;
import nl.meedoen.kernel.PublicHoliday;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;

/** What stands around the form of a new group. */
record CohortFormPage(
        List<Option> locations,
        List<Option> trainers,
        @Nullable Preview preview) {

    /** The sessions as they would be planned. */
    record Preview(List<Line> lines, List<Skipped> skipped) {}

    /** One session to be. */
    record Line(int number, LocalDate on, String title) {}

    /** A day without a session, since it is a public holiday. */
    record Skipped(LocalDate on, PublicHoliday holiday) {}
}
