package nl.meedoen.participants.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which dossiers were erased: in the table, and in the file {@code erasures} of the data folder. The file is there for the
 * day on which an older backup is restored, when the table has forgotten what was erased since.
 */
@Component
class ErasureRegister {

    private static final Logger log = LoggerFactory.getLogger(ErasureRegister.class);

    private final JdbcClient jdbc;
    private final Path file;

    ErasureRegister(JdbcClient jdbc, @Value("${meedoen.data:data}") Path data) {
        this.jdbc = jdbc;
        this.file = data.resolve("erasures");
    }

    /** Enters one with the caller's change; the file follows when that was saved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(Erasure erasure, UUID location, Erasing.Done done) {
        jdbc.sql("""
                        insert into erasure (id, subject_id, merged, location_id, what, basis, erased_at, erased_by, rows_gone,
                            columns_searched, traces_found)
                        values (:id, :dossier, cast(:merged as uuid[]), :location, :what, :basis, :at,
                            (select id from account where id = :by), :rows, :columns, 0)
                        """)
                .param("id", erasure.id())
                .param("dossier", erasure.dossier())
                .param(
                        "merged",
                        erasure.merged().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .param("location", location)
                .param("what", erasure.what().name())
                .param("basis", erasure.basis().name())
                .param("at", Timestamp.from(erasure.at()))
                .param("by", erasure.by())
                .param("rows", done.rows())
                .param("columns", done.columns())
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    write(List.of(erasure));
                } catch (UncheckedIOException later) {
                    log.error("An erasure is not in {} yet; the next start writes it", file, later);
                }
            }
        });
    }

    /** What stands in the file and not in the table: it was erased after the backup that this database comes from. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Erasure> forgotten() {
        Set<UUID> known = inTable().stream().map(Erasure::id).collect(Collectors.toSet());
        return inFile().stream()
                .filter(erasure -> !known.contains(erasure.id()))
                .toList();
    }

    /** Writes what stands in the table and not in the file: after a crash, or when the file is lost. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fill() {
        write(inTable());
    }

    private List<Erasure> inTable() {
        return jdbc.sql("""
                        select id, subject_id, merged, what, basis, erased_at, coalesce(erased_by, id) from erasure
                        order by erased_at, id
                        """)
                .query((row, n) -> new Erasure(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        List.of((UUID[]) row.getArray(3).getArray()),
                        Standing.What.valueOf(row.getString(4)),
                        Standing.Basis.valueOf(row.getString(5)),
                        row.getTimestamp(6).toInstant(),
                        row.getObject(7, UUID.class)))
                .list();
    }

    private List<Erasure> inFile() {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Erasure> erasures = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                try {
                    erasures.add(Erasure.of(line));
                } catch (IllegalArgumentException | java.time.DateTimeException torn) {
                    log.error("{}: a line is no erasure and is passed over: {}", file, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return erasures;
    }

    /** Writes those that are not there yet. */
    private void write(Collection<Erasure> erasures) {
        Set<UUID> written = inFile().stream().map(Erasure::id).collect(Collectors.toSet());
        String lines = erasures.stream()
                .filter(erasure -> !written.contains(erasure.id()))
                .map(erasure -> erasure.line() + "\n")
                .collect(Collectors.joining());
        if (lines.isEmpty()) {
            return;
        }
        try {
            if (!Files.exists(file)) {
                create();
            }
            // another instance may share the folder: a lock keeps its lines whole
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
                    var lock = out.lock()) {
                out.write(StandardCharsets.UTF_8.encode(lines));
                out.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException notPosix) {
            Files.createFile(file);
        } catch (java.nio.file.FileAlreadyExistsException made) {
            // by another one, just now
        }
    }
}
