package nl.meedoen.participants.intake;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.matching.MatchPool;
import nl.meedoen.participants.registration.Doubles;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.privacy.Trail;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enrols everybody in the good rows of a file: all, or nobody. */
@Component
class ReadIn {

    private static final int TELL_EVERY = 20;
    /** One file at a time: of two that hold the same people, the second sees what the first brought. */
    private static final long LOCK = 0x4d656564_6f656eL;

    /** A row that could not be enrolled; all is taken back. */
    static final class RowFailed extends RuntimeException {
        private final int row;

        RowFailed(int row, RuntimeException cause) {
            super("row " + row, cause);
            this.row = row;
        }

        int row() {
            return row;
        }
    }

    private record Enrolled(int row, UUID participant) {}

    private final Imports imports;
    private final ImportRows rows;
    private final ImportProgress progress;
    private final Enrolments enrolments;
    private final Doubles doubles;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final EntityManager entities;
    private final Clock clock;

    ReadIn(
            Imports imports,
            ImportRows rows,
            ImportProgress progress,
            Enrolments enrolments,
            Doubles doubles,
            Trail trail,
            JdbcClient jdbc,
            JdbcTemplate template,
            EntityManager entities,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.progress = progress;
        this.enrolments = enrolments;
        this.doubles = doubles;
        this.trail = trail;
        this.jdbc = jdbc;
        this.template = template;
        this.entities = entities;
        this.clock = clock;
    }

    /** Enrols the good rows in the caller's transaction or a new one; the file has been claimed for it. */
    @Transactional
    public void run(Actor actor, BatchId id) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
        ImportBatch batch = imports.batch(actor, id);
        passByWhoIsThere(id);
        passByNewDoubles(actor, batch);
        List<Integer> ready = jdbc.sql(
                        "select number from import_row where batch_id = ? and state = 'READY' order by number")
                .param(id.value())
                .query(Integer.class)
                .list();
        List<Enrolled> enrolled = new ArrayList<>();
        for (int from = 0; from < ready.size(); from += TELL_EVERY) {
            progress.told(id, from, ready.size());
            List<Integer> some = ready.subList(from, Math.min(ready.size(), from + TELL_EVERY));
            var contents = rows.numbered(batch, some);
            some.forEach(number -> enrolled.add(enrol(actor, Objects.requireNonNull(contents.get(number)))));
            // Else Hibernate looks at everybody enrolled so far each time it writes.
            entities.flush();
            entities.clear();
        }
        progress.told(id, ready.size(), ready.size());
        template.batchUpdate(
                "update import_row set state = 'ENROLLED', participant_id = ?, content = null where batch_id = ? and number = ?",
                enrolled,
                500,
                (statement, row) -> {
                    statement.setObject(1, row.participant());
                    statement.setObject(2, id.value());
                    statement.setInt(3, row.row());
                });
        nameThoseWhoAreTheSame(id);
        // Last: from here the batch is locked, and progress could not be told any more.
        jdbc.sql("update import_batch set state = 'DONE', sheet = null, finished_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id.value())
                .update();
        trail.note(actor, Trail.Action.IMPORTED, "import", id.value(), String.valueOf(enrolled.size()));
    }

    private Enrolled enrol(Actor actor, ImportRow row) {
        try {
            ParticipantId participant = enrolments.enrol(actor, row.registration());
            return new Enrolled(row.number(), participant.value());
        } catch (RuntimeException e) {
            throw new RowFailed(row.number(), e);
        }
    }

    /** The same registrations may have been read in from another file since the dry run. */
    private void passByWhoIsThere(BatchId id) {
        jdbc.sql("""
                        update import_row r set state = 'PRESENT', participant_id = o.participant_id from import_row o
                        where r.batch_id = :id and r.state = 'READY' and r.decision is null and o.batch_id <> :id
                          and o.fingerprint = r.fingerprint and o.participant_id is not null
                        """).param("id", id.value()).update();
    }

    /** Somebody may have been enrolled since the dry run; rows that look like them ask first. */
    private void passByNewDoubles(Actor actor, ImportBatch batch) {
        Timestamp checked = Timestamp.from(Objects.requireNonNull(batch.checkedAt()));
        List<UUID> news = jdbc.sql("select id from participant where created_at > ?")
                .param(checked)
                .query(UUID.class)
                .list();
        if (news.isEmpty()) return;
        MatchPool<UUID> pool = new MatchPool<>();
        doubles.these(actor, news.stream().map(ParticipantId::new).toList())
                .values()
                .forEach(known -> pool.add(known.id().value(), known.subject()));
        for (ImportRow row : rows.page(batch, RowState.READY, null, null, Integer.MAX_VALUE)) {
            if (row.decision() != null || row.content() == null) continue;
            List<UUID> likely = pool.of(ImportRow.subject(row.content())).stream()
                    .filter(match -> match.score().isLikely())
                    .map(MatchPool.Match::who)
                    .limit(DryRun.MOST_LIKELY)
                    .toList();
            if (likely.isEmpty()) continue;
            jdbc.sql("""
                            update import_row set state = 'DOUBLE', likely_participants = cast(? as uuid[])
                            where batch_id = ? and number = ?
                            """)
                    .param(likely.toString().replace('[', '{').replace(']', '}'))
                    .param(batch.id().value())
                    .param(row.number())
                    .update();
        }
    }

    /** A row that says the same as an enrolled one belongs to the same person; so does one that says the same as that. */
    private void nameThoseWhoAreTheSame(BatchId id) {
        int named;
        do {
            named = jdbc.sql("""
                            update import_row r set participant_id = o.participant_id from import_row o
                            where r.batch_id = :id and o.batch_id = :id and o.number = r.same_as_row
                              and r.participant_id is null and o.participant_id is not null and r.state = 'SKIPPED'
                            """).param("id", id.value()).update();
        } while (named > 0);
    }
}
