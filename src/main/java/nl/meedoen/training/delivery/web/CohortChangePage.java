package nl.meedoen.training.delivery.web;

import java.util.List;
import java.util.UUID;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the form of an existing group.
 *
 * @param version the version that a next save replaces
 * @param theirs what a colleague saved in the meantime; null when nobody did
 */
record CohortChangePage(
        UUID id,
        String name,
        long version,
        List<Option> trainers,
        @Nullable Theirs theirs) {

    /** The group as it stands now. */
    record Theirs(String name, int capacity, String trainers) {}
}
