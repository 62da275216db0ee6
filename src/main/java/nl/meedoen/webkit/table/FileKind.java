package nl.meedoen.webkit.table;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two kinds of file that a table can be taken away in. */
public enum FileKind {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final String contentType;

    FileKind(String contentType) {
        this.contentType = contentType;
    }

    /** What the answer's header says of the file. */
    public String contentType() {
        return contentType;
    }

    /** The end of the file's name, without the dot. */
    public String extension() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The kind that an address ends in, {@code xlsx} or {@code csv}; empty for anything else. */
    public static Optional<FileKind> ofExtension(@Nullable String extension) {
        for (FileKind kind : values()) {
            if (kind.extension().equals(extension)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
