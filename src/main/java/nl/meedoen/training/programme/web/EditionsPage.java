package nl.meedoen.training.programme.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a work form said before it was changed, newest first. */
record EditionsPage(UUID id, String title, List<Edition> editions) {

    /**
     * One earlier text.
     *
     * @param replacedBy who wrote the text that came after it
     */
    record Edition(
            long number,
            Instant replacedAt,
            String replacedBy,
            int minutes,
            String title,
            String aim,
            List<String> materials,
            List<String> steps,
            String tip) {}
}
