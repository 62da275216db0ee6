package nl.meedoen.training.programme.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One work form with the tips of colleagues. */
record WorkFormPage(
        UUID id,
        String themeTitle,
        String themeIcon,
        String title,
        String aim,
        int minutes,
        int groupMin,
        int groupMax,
        String mapTheme,
        List<String> materials,
        List<String> steps,
        String lowLanguageTip,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        int editions,
        List<TipLine> tips,
        @Nullable Neighbour previous,
        @Nullable Neighbour next,
        boolean mayEdit) {

    /** A tip, who wrote it and whom it helped. */
    record TipLine(UUID id, String body, String author, Instant writtenAt, int votes, boolean voted, boolean own) {}

    /** The work form before or after this one in the manual. */
    record Neighbour(UUID id, String title) {}
}
