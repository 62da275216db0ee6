package nl.meedoen.participants.intake;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.participants.intake.file.RowProblem;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does the long work on a file behind the page, as whoever asked for it. The file is claimed in the database, so that
 * two clicks, or two instances, start one job; a job that died leaves nothing half done and may be started again.
 */
@Component
public class ImportJobs implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ImportJobs.class);
    private static final int AT_ONCE = 2;
    /** Up to so many rows one waits for the dry run. */
    private static final int WAIT_FOR = 500;

    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(AT_ONCE, work -> new Thread(work, "import-" + count.incrementAndGet()));
    private final Imports imports;
    private final DryRun dryRun;
    private final ReadIn readIn;
    private final ImportProgress progress;
    private final ImportRows rows;
    private final SealedRecords sealed;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    ImportJobs(
            Imports imports,
            DryRun dryRun,
            ReadIn readIn,
            ImportProgress progress,
            ImportRows rows,
            SealedRecords sealed,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.imports = imports;
        this.dryRun = dryRun;
        this.readIn = readIn;
        this.progress = progress;
        this.rows = rows;
        this.sealed = sealed;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Starts the dry run; a small file is done when this returns. */
    public void check(Actor actor, BatchId id) {
        int size = imports.sheet(actor, id).rows().size();
        if (!progress.claim(id, BatchState.CHECKING)) return;
        Runnable work = () -> guarded(actor, id, () -> dryRun.check(actor, id));
        if (size <= WAIT_FOR) work.run();
        else threads.execute(work);
    }

    /**
     * Starts reading in.
     *
     * @return false when it was started already or nothing is ready
     */
    public boolean start(Actor actor, BatchId id) {
        imports.batch(actor, id);
        if (!progress.claim(id, BatchState.RUNNING)) return false;
        threads.execute(() -> guarded(actor, id, () -> readIn.run(actor, id)));
        return true;
    }

    private void guarded(Actor actor, BatchId id, Runnable work) {
        ActingAs.actor(actor, () -> {
            try {
                work.run();
            } catch (ReadIn.RowFailed failure) {
                log.error("Import {} stopped at row {}: {}", id, failure.row(), kind(failure.getCause()));
                setApart(actor, id, failure);
            } catch (RuntimeException failure) {
                log.error("Import {} stopped: {}", id, kind(failure));
                String code = failure instanceof RuleBroken rule ? rule.code() : "import.failed";
                progress.failed(id, code, null);
            }
            return true;
        });
    }

    /** The message of a database error quotes the row, and the log is no place for a person. */
    private static String kind(@Nullable Throwable failure) {
        return failure == null ? "unknown" : failure.getClass().getName();
    }

    /** A row that the database or a rule refuses would stop each next try too: it is refused, and the rest can go. */
    private void setApart(Actor actor, BatchId id, ReadIn.RowFailed failure) {
        Throwable cause = failure.getCause();
        boolean ownFault =
                cause instanceof DataIntegrityViolationException || cause instanceof IllegalArgumentException;
        String code = cause instanceof RuleBroken rule ? rule.code() : ownFault ? "import.row-failed" : "import.failed";
        if (ownFault) {
            transactions.executeWithoutResult(tx -> {
                try {
                    ImportRow row = rows.row(imports.batch(actor, id), failure.row());
                    if (row.content() == null) return;
                    var why = new RowProblem(
                            null, "registration.not-accepted", java.util.List.of(), RowProblem.Severity.ERROR);
                    jdbc.sql("update import_row set state = 'REFUSED', content = ? where batch_id = ? and number = ?")
                            .params(sealed.seal(row.content().with(why)), id.value(), row.number())
                            .update();
                } catch (NotFound gone) {
                    tx.setRollbackOnly();
                }
            });
        }
        progress.failed(id, code, failure.row());
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(15, TimeUnit.SECONDS)) threads.shutdownNow();
    }
}
