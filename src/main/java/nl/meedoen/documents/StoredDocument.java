package nl.meedoen.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.documents.content.FileType;
import org.jspecify.annotations.Nullable;

/**
 * A document with all its files, the newest first.
 *
 * @param title never empty
 * @param removal null while it stands in the dossier
 */
public record StoredDocument(
        UUID id,
        DocumentKind kind,
        String title,
        @Nullable LocalDate datedOn,
        @Nullable String note,
        @Nullable Removal removal,
        long version,
        List<StoredFile> files) {

    /** The file that counts now. */
    public StoredFile newest() {
        return files.get(0);
    }

    /** The older files. */
    public List<StoredFile> older() {
        return files.subList(1, files.size());
    }

    /** What was said of it, as a form shows it. */
    public DocumentText text() {
        return new DocumentText(kind, title, datedOn, note);
    }

    /** Taken away, by whom and why; until the last day it can be put back. */
    public record Removal(Instant at, String by, String reason, LocalDate until) {}

    /**
     * A file.
     *
     * @param size in bytes
     * @param previews how many pictures of pages there are
     */
    public record StoredFile(
            UUID id, int number, String name, FileType type, int size, int previews, String by, Instant at) {}
}
