package nl.meedoen.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;

/** Puts a backup into a database in which nobody has worked yet; all of it or nothing. */
final class Restore {

    private final DataSource owner;
    private final String application;
    private final Map<String, String> keys;

    /**
     * @param application the role that the application works with, which is granted what it needs
     * @param keys fingerprints of the keys that are there, by version
     */
    Restore(DataSource owner, String application, Map<String, String> keys) {
        this.owner = owner;
        this.application = application;
        this.keys = keys;
    }

    /**
     * Makes the tables as they were when the backup was made, fills them, and checks each table's rows.
     *
     * @return what was restored
     * @throws CannotBackUp when the database is not empty, a key of the backup is not here, or rows differ
     */
    Contents from(Path file) throws IOException, SQLException {
        if (!Files.isReadable(file)) {
            throw new CannotBackUp("The file " + file + " cannot be read.");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Contents contents = contents(zip);
            mustHaveKeys(contents);
            mustBeEmpty();
            migrate(contents.version());
            fill(zip, contents);
            return contents;
        } catch (java.util.zip.ZipException e) {
            throw new CannotBackUp("The file " + file + " is no backup, or is damaged.", e);
        }
    }

    private static Contents contents(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Contents.NAME);
        if (entry == null) {
            throw new CannotBackUp("The file is no backup of Meedoen.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Contents.read(in);
        }
    }

    private void mustHaveKeys(Contents contents) {
        List<String> missing = contents.keys().entrySet().stream()
                .filter(key -> !key.getValue().equals(keys.get(key.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new CannotBackUp("Sealed text in this backup cannot be read without its key (version "
                    + String.join(", ", missing) + "), which is not in the backup: put the file vault.keys that"
                    + " was kept with it into the data folder, or set MEEDOEN_KEYS to the same keys.");
        }
    }

    private void mustBeEmpty() throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            Schema schema = new Schema(connection);
            try {
                mustBeEmpty(schema);
            } finally {
                connection.rollback();
            }
        }
    }

    private static List<String> mustBeEmpty(Schema schema) throws SQLException {
        schema.run("set local lock_timeout = '20s'");
        List<String> forced = schema.unforce();
        for (String table : List.of("account", "participant", "trail")) {
            if (schema.has(table)
                    && !schema.ask("select 1 from " + table + " limit 1", 1).isEmpty()) {
                throw new CannotBackUp("There is data in this database already, and a restore never replaces any:"
                        + " give an empty database, or another data folder.");
            }
        }
        return forced;
    }

    private void migrate(String version) throws SQLException {
        Flyway flyway = Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .placeholders(Map.of("app", application))
                .target(MigrationVersion.fromVersion(version))
                .load();
        boolean known = java.util.Arrays.stream(flyway.info().all())
                .anyMatch(one -> one.getVersion() != null
                        && version.equals(one.getVersion().getVersion()));
        if (!known) {
            throw new CannotBackUp(
                    "The backup was made by a newer version of Meedoen (" + version + "): restore it with that one.");
        }
        flyway.migrate();
        try (Connection connection = owner.getConnection()) {
            String now = new Schema(connection).version();
            if (!now.equals(version)) {
                throw new CannotBackUp("The tables of this database are newer (" + now + ") than the backup (" + version
                        + "): give an empty database, or another data folder.");
            }
        }
    }

    private void fill(ZipFile zip, Contents contents) throws IOException, SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            Schema schema = new Schema(connection);
            try {
                List<String> forced = mustBeEmpty(schema);
                schema.sameWords();
                List<String> loosened = schema.loosen();
                Map<String, String> tables = schema.tables();
                if (!tables.keySet().equals(contents.sums().keySet())) {
                    throw new CannotBackUp("The backup does not hold the tables of this version of Meedoen.");
                }
                // what the migrations themselves filled in comes from the backup, as it was there
                schema.run("truncate \"" + String.join("\", \"", tables.keySet()) + "\" cascade");
                for (Map.Entry<String, String> table : tables.entrySet()) {
                    copy(zip, connection, table.getKey(), table.getValue());
                }
                for (String back : loosened) {
                    schema.run(back);
                }
                for (Map.Entry<String, Long> counter : contents.counters().entrySet()) {
                    schema.count(counter.getKey(), counter.getValue());
                }
                check(schema, tables, contents);
                schema.force(forced);
                connection.commit();
                connection.setAutoCommit(true);
                schema.run("analyze");
            } catch (IOException | SQLException | RuntimeException e) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                throw e;
            }
        }
    }

    private static void copy(ZipFile zip, Connection connection, String table, String columns)
            throws IOException, SQLException {
        ZipEntry entry = zip.getEntry("tables/" + table);
        if (entry == null) {
            throw new CannotBackUp("The backup is damaged: the rows of " + table + " are not in it.");
        }
        try (InputStream rows = zip.getInputStream(entry)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy \"" + table + "\" (" + columns + ") from stdin", rows);
        }
    }

    private static void check(Schema schema, Map<String, String> tables, Contents contents) throws SQLException {
        for (Map.Entry<String, String> table : tables.entrySet()) {
            if (!schema.sum(table.getKey(), table.getValue())
                    .equals(contents.sums().get(table.getKey()))) {
                throw new CannotBackUp("The rows of " + table.getKey()
                        + " are not the ones that the backup was made of: nothing was restored.");
            }
        }
    }
}
