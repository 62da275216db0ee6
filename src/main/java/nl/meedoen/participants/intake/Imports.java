package nl.meedoen.participants.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.intake.file.ColumnMapping;
import nl.meedoen.participants.intake.file.FileFormat;
import nl.meedoen.participants.intake.file.RegistrationField;
import nl.meedoen.participants.intake.file.RegistrationFile;
import nl.meedoen.participants.intake.file.SheetText;
import nl.meedoen.people.Organisation;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files that were brought to be read in, and how far each has come. */
@Service
@Transactional
public class Imports {

    /** A job that gave no sign of life for so long has died. */
    static final Duration DEAD_AFTER = Duration.ofMinutes(1);

    private static final String LOOK = """
            select b.id, b.file_name, b.file_hash, b.layout, b.mapping, b.municipality_code, b.state, b.work_done,
                   b.work_total, b.heartbeat_at, b.sheet is not null whole, b.failure, b.failure_row, b.created_at,
                   b.checked_at, b.finished_at, a.name
            from import_batch b join account a on a.id = b.account_id
            where b.location_id = any(cast(:locations as uuid[])) and
            """;

    private record Layout(FileFormat format, List<String> headings) {}

    /** What a file became, for the list of earlier ones. */
    public record Earlier(
            BatchId id,
            String fileName,
            BatchState state,
            Instant createdAt,
            String by,
            int enrolled,
            int refused,
            int open) {}

    /**
     * A file that was received.
     *
     * @param waiting whether the same file was waiting already, and this is that one
     */
    public record Received(BatchId id, boolean waiting) {}

    private final JdbcClient jdbc;
    private final SealedRecords sealed;
    private final Trail trail;
    private final Clock clock;

    Imports(JdbcClient jdbc, SealedRecords sealed, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.trail = trail;
        this.clock = clock;
    }

    /** Takes a file in; {@link nl.meedoen.participants.intake.file.UnreadableFile} when it is no list of registrations. */
    public Received receive(Actor actor, String fileName, byte[] content) {
        RegistrationFile file = RegistrationFile.read(content);
        String hash = Fingerprint.ofFile(content);
        Optional<BatchId> waiting = waiting(actor, hash);
        if (waiting.isPresent()) {
            return new Received(waiting.get(), true);
        }
        LocationId location = actor.locations().stream()
                .min(Comparator.comparing(LocationId::value))
                .orElseThrow(() -> new RuleBroken("participants.no-location"));
        SheetText sheet = file.sheet().withoutCitizenNumbers();
        ColumnMapping mapping = ColumnMapping.guess(sheet.headings());
        UUID id = Uuids.next();
        Timestamp now = now();
        jdbc.sql("""
                        insert into import_batch (id, account_id, location_id, file_name, file_hash, layout, sheet, mapping,
                            state, heartbeat_at, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'COLUMNS', ?, ?)
                        """)
                .params(
                        id,
                        actor.id().value(),
                        location.value(),
                        fileName,
                        hash,
                        sealed.seal(new Layout(file.format(), sheet.headings())),
                        sealed.seal(sheet),
                        text(mapping, sheet.headings().size()),
                        now,
                        now)
                .update();
        trail.note(actor, Trail.Action.CREATED, "import", id);
        return new Received(new BatchId(id), false);
    }

    private Optional<BatchId> waiting(Actor actor, String hash) {
        return jdbc.sql("""
                        select id from import_batch
                        where file_hash = ? and account_id = ? and state <> 'DONE' order by created_at desc limit 1
                        """)
                .params(hash, actor.id().value())
                .query(UUID.class)
                .optional()
                .map(BatchId::new);
    }

    /** @throws NotFound when it does not exist or belongs to another location */
    @Transactional(readOnly = true)
    public ImportBatch batch(Actor actor, BatchId id) {
        return jdbc.sql(LOOK + " b.id = :id")
                .param("locations", Organisation.array(actor.locations()))
                .param("id", id.value())
                .query((row, n) -> batch(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The last twenty files of the own locations, newest first. */
    @Transactional(readOnly = true)
    public List<Earlier> earlier(Actor actor) {
        return jdbc.sql("""
                        select b.id, b.file_name, b.state, b.created_at, a.name,
                               count(r.number) filter (where r.state = 'ENROLLED') enrolled,
                               count(r.number) filter (where r.state = 'REFUSED') refused,
                               count(r.number) filter (where r.state in ('READY', 'QUESTION', 'DOUBLE')) open
                        from (select * from import_batch
                              where location_id = any(cast(:locations as uuid[])) order by created_at desc limit 20) b
                             join account a on a.id = b.account_id
                             left join import_row r on r.batch_id = b.id
                        group by b.id, b.file_name, b.state, b.created_at, a.name order by b.created_at desc
                        """)
                .param("locations", Organisation.array(actor.locations()))
                .query((row, n) -> new Earlier(
                        new BatchId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        BatchState.valueOf(row.getString(3)),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8)))
                .list();
    }

    /** When the same file was read in before; empty when it never was. */
    @Transactional(readOnly = true)
    public Optional<Instant> readBefore(Actor actor, ImportBatch batch) {
        return jdbc.sql("""
                        select max(finished_at) from import_batch b
                        where b.location_id = any(cast(:locations as uuid[])) and b.file_hash = :hash and b.id <> :id
                        """)
                .param("locations", Organisation.array(actor.locations()))
                .param("hash", batch.hash())
                .param("id", batch.id().value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** The rows as they were sent; {@link RuleBroken} when something was taken from them already. */
    @Transactional(readOnly = true)
    public SheetText sheet(Actor actor, BatchId id) {
        batch(actor, id);
        byte[] sheet = jdbc.sql("select sheet from import_batch where id = ? and sheet is not null")
                .param(id.value())
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new RuleBroken("import.columns-too-late"));
        return sealed.open(sheet, SheetText.class);
    }

    /** Says what the columns hold; the rows have to be looked at anew, and answers given before are gone. */
    public void map(Actor actor, BatchId id, ColumnMapping mapping, @Nullable String municipality) {
        ImportBatch batch = batch(actor, id);
        if (!batch.whole()) throw new RuleBroken("import.columns-too-late");
        if (batch.isBusy()) throw new RuleBroken("import.busy");
        jdbc.sql("update import_batch set mapping = ?, municipality_code = ? where id = ?")
                .param(text(mapping, batch.headings().size()))
                .param(municipality)
                .param(id.value())
                .update();
        trail.note(actor, Trail.Action.CHANGED, "import", id.value());
    }

    /** Throws a file away of which nothing was taken. */
    public void discard(Actor actor, BatchId id) {
        ImportBatch batch = batch(actor, id);
        if (batch.isBusy()) throw new RuleBroken("import.busy");
        if (!batch.whole()) throw new RuleBroken("import.discard-too-late");
        jdbc.sql("delete from import_batch where id = ?").param(id.value()).update();
        trail.note(actor, Trail.Action.REMOVED, "import", id.value());
    }

    private ImportBatch batch(ResultSet row) throws SQLException {
        Layout layout = sealed.open(row.getBytes("layout"), Layout.class);
        Timestamp checked = row.getTimestamp("checked_at");
        Timestamp finished = row.getTimestamp("finished_at");
        return new ImportBatch(
                new BatchId(row.getObject("id", UUID.class)),
                row.getString("file_name"),
                row.getString("file_hash"),
                layout.format(),
                layout.headings(),
                mapping(row.getString("mapping")),
                row.getString("municipality_code"),
                BatchState.valueOf(row.getString("state")),
                row.getInt("work_done"),
                row.getInt("work_total"),
                row.getTimestamp("heartbeat_at")
                        .toInstant()
                        .isAfter(clock.instant().minus(DEAD_AFTER)),
                row.getBoolean("whole"),
                row.getString("failure"),
                (Integer) row.getObject("failure_row"),
                row.getTimestamp("created_at").toInstant(),
                checked == null ? null : checked.toInstant(),
                finished == null ? null : finished.toInstant(),
                Objects.requireNonNullElse(row.getString("name"), ""));
    }

    private static String text(ColumnMapping mapping, int columns) {
        return IntStream.range(0, columns)
                .mapToObj(column -> mapping.field(column).map(Enum::name).orElse(""))
                .collect(Collectors.joining(","));
    }

    private static ColumnMapping mapping(String text) {
        List<@Nullable RegistrationField> columns = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            columns.add(name.isEmpty() ? null : RegistrationField.valueOf(name));
        }
        return ColumnMapping.of(columns);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
