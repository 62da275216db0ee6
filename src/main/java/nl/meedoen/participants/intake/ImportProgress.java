package nl.meedoen.participants.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How far a job has come, told in transactions of its own: the page sees it while the job's transaction is still open. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class ImportProgress {

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportProgress(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes the job, unless another has it and lives, or nothing is to be done.
     *
     * @param job CHECKING or RUNNING
     * @return whether this caller has it now; of two that ask at once, one
     */
    public boolean claim(BatchId id, BatchState job) {
        boolean check = job == BatchState.CHECKING;
        return jdbc.sql("""
                        update import_batch b set state = :job, work_done = 0, failure = null, failure_row = null,
                            heartbeat_at = :now,
                            work_total = (select count(*) from import_row r where r.batch_id = b.id and r.state = 'READY')
                        where b.id = :id and (b.state not in ('CHECKING', 'RUNNING') or b.heartbeat_at < :dead)
                          and (:check and b.sheet is not null
                               or not :check and b.state <> 'COLUMNS' and b.checked_at is not null
                                  and exists (select 1 from import_row r where r.batch_id = b.id and r.state = 'READY'))
                        """)
                        .param("job", job.name())
                        .param("check", check)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("dead", Timestamp.from(clock.instant().minus(Imports.DEAD_AFTER)))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** So many of the rows are done. */
    public void told(BatchId id, int done, int total) {
        jdbc.sql("update import_batch set work_done = ?, work_total = ?, heartbeat_at = ? where id = ?")
                .params(done, total, Timestamp.from(clock.instant()), id.value())
                .update();
    }

    /**
     * The job stopped, and what it did was taken back.
     *
     * @param row the row on which it stopped; null when it was no row's fault
     */
    public void failed(BatchId id, String code, @Nullable Integer row) {
        UUID value = id.value();
        jdbc.sql("update import_batch set state = 'FAILED', failure = ?, failure_row = ? where id = ?")
                .param(code)
                .param(row)
                .param(value)
                .update();
    }
}
