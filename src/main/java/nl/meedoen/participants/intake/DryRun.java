package nl.meedoen.participants.intake;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.participants.intake.file.RegistrationField;
import nl.meedoen.participants.intake.file.RegistrationReader;
import nl.meedoen.participants.intake.file.RegistrationRow;
import nl.meedoen.participants.intake.file.RowProblem;
import nl.meedoen.participants.intake.file.SheetText;
import nl.meedoen.participants.matching.MatchPool;
import nl.meedoen.participants.matching.MatchPool.Match;
import nl.meedoen.participants.matching.MatchSubject;
import nl.meedoen.participants.registration.Doubles;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at every row of a file and writes down what would happen to it, without enrolling anybody. */
@Component
class DryRun {

    private static final int BATCH = 500;
    static final int MOST_LIKELY = 4;
    private static final int MOST_POSSIBLE = 2;
    private static final String WRITE = """
            insert into import_row (batch_id, number, state, fingerprint, place_key, municipality_code, same_as_row,
                participant_id, likely_participants, likely_rows, possible_participants, content)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Somebody who is there already, or another row of the file. */
    private record Candidate(
            @Nullable UUID participant, @Nullable Integer row) {}

    private record Checked(
            RegistrationRow row,
            String fingerprint,
            @Nullable String municipality,
            @Nullable Integer repeats,
            @Nullable UUID present,
            List<UUID> likely,
            List<Integer> likelyRows,
            List<UUID> possible) {

        public RowState state() {
            if (row.isRefused()) return RowState.REFUSED;
            if (present != null) return RowState.PRESENT;
            if (repeats != null) return RowState.SKIPPED;
            if (municipality == null) return RowState.QUESTION;
            return likely.isEmpty() && likelyRows.isEmpty() ? RowState.READY : RowState.DOUBLE;
        }
    }

    private final Imports imports;
    private final ImportProgress progress;
    private final RegistrationReader reader;
    private final Doubles doubles;
    private final SealedRecords sealed;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Clock clock;
    private final Words words;

    DryRun(
            Imports imports,
            ImportProgress progress,
            RegistrationReader reader,
            Doubles doubles,
            SealedRecords sealed,
            JdbcClient jdbc,
            JdbcTemplate template,
            Clock clock,
            Words words) {
        this.imports = imports;
        this.progress = progress;
        this.reader = reader;
        this.doubles = doubles;
        this.sealed = sealed;
        this.jdbc = jdbc;
        this.template = template;
        this.clock = clock;
        this.words = words;
    }

    /** Looks at all rows anew; the file has been claimed for it. */
    @Transactional
    public void check(Actor actor, BatchId id) {
        ImportBatch batch = imports.batch(actor, id);
        SheetText sheet = imports.sheet(actor, id);
        List<RegistrationRow> rows = reader.readAll(sheet, batch.mapping(), words.today());
        Map<String, UUID> known = known(id, rows);
        MatchPool<Candidate> pool = new MatchPool<>();
        doubles.everybody(actor, person -> pool.add(new Candidate(person.id().value(), null), person.subject()));
        Map<String, Integer> first = new HashMap<>();
        List<Checked> checked = new ArrayList<>();
        for (RegistrationRow row : rows) {
            checked.add(check(row, batch.municipality(), known, first, pool));
            if (checked.size() % BATCH == 0) progress.told(id, checked.size(), rows.size());
        }
        jdbc.sql("delete from import_row where batch_id = ?").param(id.value()).update();
        template.batchUpdate(WRITE, checked, BATCH, (statement, row) -> write(statement, id, row));
        // Only now, at the end: this locks the batch, and the progress above is told by other transactions.
        jdbc.sql("update import_batch set state = 'CHECKED', checked_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id.value())
                .update();
    }

    private Checked check(
            RegistrationRow read,
            @Nullable String elsewhere,
            Map<String, UUID> known,
            Map<String, Integer> first,
            MatchPool<Candidate> pool) {
        String fingerprint = Fingerprint.ofRow(read);
        RegistrationRow row = read;
        UUID present = known.get(fingerprint);
        Integer repeats = row.isRefused() ? null : first.putIfAbsent(fingerprint, row.number());
        if (repeats != null && !row.isRepeated()) {
            row = with(row, RowProblem.Severity.NOTICE, null, RowProblem.REPEATED, repeats.toString());
        }
        boolean asked = row.problems().stream()
                .anyMatch(problem -> problem.field() == RegistrationField.MUNICIPALITY
                        && problem.severity() == RowProblem.Severity.QUESTION);
        String municipality = row.municipality() != null ? row.municipality() : asked ? null : elsewhere;
        if (municipality == null && !asked) {
            row = with(row, RowProblem.Severity.QUESTION, RegistrationField.MUNICIPALITY, "import.no-place");
        }
        List<UUID> likely = new ArrayList<>();
        List<Integer> likelyRows = new ArrayList<>();
        List<UUID> possible = new ArrayList<>();
        if (!row.isRefused() && present == null && repeats == null) {
            MatchSubject subject = ImportRow.subject(row);
            for (Match<Candidate> match : pool.of(subject)) {
                Candidate who = match.who();
                boolean isLikely = match.score().isLikely() && likely.size() + likelyRows.size() < MOST_LIKELY;
                if (isLikely && who.row() != null) likelyRows.add(who.row());
                if (who.participant() == null) continue;
                if (isLikely) likely.add(who.participant());
                else if (possible.size() < MOST_POSSIBLE) possible.add(who.participant());
            }
            pool.add(new Candidate(null, row.number()), subject);
        }
        return new Checked(row, fingerprint, municipality, repeats, present, likely, likelyRows, possible);
    }

    private static RegistrationRow with(
            RegistrationRow row,
            RowProblem.Severity severity,
            @Nullable RegistrationField field,
            String code,
            String... args) {
        return row.with(new RowProblem(field, code, List.of(args), severity));
    }

    /** Who the same registrations became when they were read in before. */
    private Map<String, UUID> known(BatchId id, List<RegistrationRow> rows) {
        Set<String> fingerprints = new HashSet<>();
        rows.forEach(row -> fingerprints.add(Fingerprint.ofRow(row)));
        Map<String, UUID> known = new HashMap<>();
        jdbc.sql("""
                        select fingerprint, participant_id from import_row
                        where participant_id is not null and batch_id <> ? and fingerprint = any(cast(? as text[]))
                        """)
                .param(id.value())
                .param("{" + String.join(",", fingerprints) + "}")
                .query(row -> {
                    known.put(
                            Objects.requireNonNull(row.getString(1)),
                            Objects.requireNonNull(row.getObject(2, UUID.class)));
                });
        return known;
    }

    private void write(PreparedStatement statement, BatchId id, Checked checked) throws SQLException {
        RowState state = checked.state();
        statement.setObject(1, id.value());
        statement.setInt(2, checked.row().number());
        statement.setString(3, state.name());
        statement.setString(4, checked.fingerprint());
        statement.setString(
                5,
                checked.municipality() == null
                        ? Fingerprint.ofPlace(checked.row().originals().get(RegistrationField.MUNICIPALITY))
                        : null);
        statement.setString(6, checked.municipality());
        statement.setObject(7, checked.repeats(), Types.INTEGER);
        statement.setObject(8, checked.present());
        statement.setArray(
                9,
                statement.getConnection().createArrayOf("uuid", checked.likely().toArray()));
        statement.setArray(
                10,
                statement
                        .getConnection()
                        .createArrayOf("int4", checked.likelyRows().toArray()));
        statement.setArray(
                11,
                statement
                        .getConnection()
                        .createArrayOf("uuid", checked.possible().toArray()));
        statement.setBytes(12, sealed.seal(checked.row()));
    }
}
