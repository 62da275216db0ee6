package nl.meedoen.documents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a document.
 *
 * @param title null where the name of the file will do
 * @param datedOn the day on the paper itself
 */
public record DocumentText(
        DocumentKind kind,
        @Nullable String title,
        @Nullable LocalDate datedOn,
        @Nullable String note) {}
