package nl.meedoen.training.programme.web;

import java.util.List;
import java.util.UUID;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the form of a work form.
 *
 * @param version the version that a next save replaces
 * @param theirs what a colleague saved in the meantime, where it differs from the form; null when nobody did
 */
record WorkFormEditPage(
        UUID id,
        String title,
        long version,
        @Nullable List<Difference> theirs,
        @Nullable String theirName,
        List<Option> mapThemes) {

    /** A field that says something else now. */
    record Difference(String labelKey, String text) {}
}
