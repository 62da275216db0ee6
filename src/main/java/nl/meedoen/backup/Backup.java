package nl.meedoen.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLState;

/** Writes all rows of the database to one file, as they stood at one moment; the database stays as it is. */
final class Backup {

    private static final int TRIES = 5;

    private final DataSource owner;
    private final Map<String, String> keys;

    /** @param keys fingerprints of the keys of sealed text, by version */
    Backup(DataSource owner, Map<String, String> keys) {
        this.owner = owner;
        this.keys = keys;
    }

    /**
     * Writes the file, whole or not at all and readable by its owner alone.
     *
     * @return what stands in it
     * @throws CannotBackUp when the file exists already, or the database has no tables or cannot be held still
     */
    Contents to(Path file, Instant now) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new CannotBackUp("The file " + file + " exists already: choose another name.");
        }
        Path draft = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            for (int tries = 1; ; tries++) {
                try {
                    Contents contents = write(draft, now);
                    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
                    return contents;
                } catch (SQLException e) {
                    // the application was writing, and neither would give way
                    boolean again = PSQLState.DEADLOCK_DETECTED.getState().equals(e.getSQLState())
                            || "55P03".equals(e.getSQLState());
                    if (!again) {
                        throw e;
                    }
                    if (tries == TRIES) {
                        throw new CannotBackUp(
                                "The application uses the database too much to hold it still:"
                                        + " make the backup at a quiet moment.",
                                e);
                    }
                }
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Contents write(Path draft, Instant now) throws IOException, SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Schema schema = new Schema(connection);
            schema.run("set local lock_timeout = '20s'");
            schema.sameWords();
            if (!schema.has("flyway_schema_history")) {
                throw new CannotBackUp("The database is empty: there is nothing to back up.");
            }
            schema.unforce();
            try (ZipOutputStream zip = new ZipOutputStream(createPrivately(draft))) {
                Contents contents = write(connection, schema, zip);
                zip.putNextEntry(new ZipEntry(Contents.NAME));
                zip.write(contents.write(now.toString()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
                return contents;
            } finally {
                connection.rollback(); // the policies were set aside for this transaction alone
            }
        }
    }

    private Contents write(Connection connection, Schema schema, ZipOutputStream zip) throws IOException, SQLException {
        Map<String, String> sums = new TreeMap<>();
        for (Map.Entry<String, String> table : schema.tables().entrySet()) {
            zip.putNextEntry(new ZipEntry("tables/" + table.getKey()));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select " + table.getValue() + " from \"" + table.getKey() + "\") to stdout", zip);
            zip.closeEntry();
            sums.put(table.getKey(), schema.sum(table.getKey(), table.getValue()));
        }
        return new Contents(schema.version(), sums, schema.counters(), keys);
    }

    private static OutputStream createPrivately(Path draft) throws IOException {
        Files.deleteIfExists(draft);
        try {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException notPosix) {
            Files.createFile(draft);
        } catch (FileAlreadyExistsException e) {
            throw new CannotBackUp("Another backup is writing " + draft + ".", e);
        }
        return Files.newOutputStream(draft);
    }
}
