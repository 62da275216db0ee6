package nl.meedoen.participants.intake;

import java.time.Instant;
import java.util.List;
import nl.meedoen.participants.intake.file.ColumnMapping;
import nl.meedoen.participants.intake.file.FileFormat;
import org.jspecify.annotations.Nullable;

/**
 * A file that is read in.
 *
 * @param headings of its columns
 * @param municipality CBS code for rows without one
 * @param alive whether the job that works on it gave a sign of life within the last minute
 * @param whole whether its rows are still there as they were sent, so that the columns can be chosen anew
 * @param failure message code of why the job stopped
 * @param by the name of who brought the file
 */
public record ImportBatch(
        BatchId id,
        String fileName,
        String hash,
        FileFormat format,
        List<String> headings,
        ColumnMapping mapping,
        @Nullable String municipality,
        BatchState state,
        int workDone,
        int workTotal,
        boolean alive,
        boolean whole,
        @Nullable String failure,
        @Nullable Integer failureRow,
        Instant createdAt,
        @Nullable Instant checkedAt,
        @Nullable Instant finishedAt,
        String by) {

    /** Whether a job is at work on it. */
    public boolean isBusy() {
        return alive && (state == BatchState.CHECKING || state == BatchState.RUNNING);
    }

    /** Whether the dry run may still be changed. */
    public boolean isOpen() {
        return !isBusy() && state != BatchState.COLUMNS;
    }
}
