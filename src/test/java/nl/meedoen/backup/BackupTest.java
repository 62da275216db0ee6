package nl.meedoen.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.TestDatabase;
import nl.meedoen.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A backup of the village, restored on a fresh database, is the village; nothing is ever restored over data. */
@MeedoenTest
class BackupTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Map<String, String> KEYS = Map.of("1", "0a1b2c3d4e5f6071");

    @TempDir
    Path folder;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    private Path file;

    @BeforeEach
    void aBackupOfTheVillage() throws Exception {
        file = folder.resolve("village.backup");
        String name =
                everything.sql("select current_database()").query(String.class).single();
        DataSource owner;
        try (Connection some = new DriverManagerDataSource(
                        TestDatabase.create().url(), TestDatabase.OWNER, TestDatabase.PASSWORD)
                .getConnection()) {
            String url = some.getMetaData().getURL();
            owner = source(url.substring(0, url.lastIndexOf('/') + 1) + name);
        }
        new Backup(owner, KEYS).to(file, NOW);
    }

    private static DataSource source(String url) {
        return new DriverManagerDataSource(url, TestDatabase.OWNER, TestDatabase.PASSWORD);
    }

    private static Contents restore(TestDatabase database, Path from) throws Exception {
        return new Restore(source(database.url()), TestDatabase.APP, KEYS).from(from);
    }

    /** Every row of every table in words of its own, sorted; what the backup itself sums up is not looked at. */
    private static Map<String, String> rows(OwnerJdbc eye) {
        Map<String, String> hashes = new TreeMap<>();
        for (String table : eye.sql("""
                        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
                            and relname <> 'flyway_schema_history'
                        """).query(String.class).list()) {
            hashes.put(
                    table,
                    eye.sql(
                                    "select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), ',' order by md5(t::text))), '')"
                                            + " from \"" + table + "\" t")
                            .query(String.class)
                            .single());
        }
        return hashes;
    }

    @Test
    void aFreshDatabaseHoldsTheSameRowsAfterwards() throws Exception {
        TestDatabase first = TestDatabase.createEmpty();
        restore(first, file);
        OwnerJdbc eye = first.everything();
        assertThat(eye.sql("select name from glance where participant_id = ?")
                        .param(village.amal.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Amal Voorbeeld");

        // nobody works in the first one, so that this one can be laid beside it
        Path again = folder.resolve("again.backup");
        new Backup(source(first.url()), KEYS).to(again, NOW);
        TestDatabase second = TestDatabase.createEmpty();
        restore(second, again);
        assertThat(rows(second.everything())).isEqualTo(rows(eye)).hasSizeGreaterThan(60);
        assertThat(rows(eye).get("account")).doesNotStartWith("0 ");
        assertThat(rows(eye).get("spring_session")).startsWith("0 ");
    }

    @Test
    void theWallsAndCountersOfARestoredDatabaseStand() throws Exception {
        TestDatabase restored = TestDatabase.createEmpty();
        restore(restored, file);
        String walls = """
                select string_agg(relname || relrowsecurity || relforcerowsecurity, ',' order by relname) from pg_class
                where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'flyway_schema_history'
                """;
        assertThat(restored.everything().sql(walls).query().singleValue())
                .isEqualTo(everything.sql(walls).query().singleValue());
        String constraints = """
                select string_agg(conrelid::regclass || conname || pg_get_constraintdef(oid), ',' order by conrelid::regclass::text, conname)
                from pg_constraint where connamespace = 'public'::regnamespace
                """;
        assertThat(restored.everything().sql(constraints).query().singleValue())
                .isEqualTo(everything.sql(constraints).query().singleValue());
        assertThat(restored.everything()
                        .sql("select count(*) from pg_trigger where not tgisinternal and tgenabled <> 'O'")
                        .query()
                        .singleValue())
                .isEqualTo(0L);
        assertThat(restored.application()
                        .sql("select count(*) from participant")
                        .query()
                        .singleValue())
                .as("nobody asks")
                .isEqualTo(0L);
        assertThat(restored.everything().sql("""
                        with line as (insert into trail (at, action, subject, result, origin)
                            values (now(), 'LISTED', 'x', 'DONE', 'x') returning id)
                        select line.id > (select max(id) from trail) from line
                        """).query().singleValue()).isEqualTo(true);
    }

    @Test
    void nothingIsRestoredOverData() throws Exception {
        TestDatabase used = TestDatabase.create();
        used.everything().sql("""
                insert into account (id, email, name, status, created_at)
                values (gen_random_uuid(), 'somebody@village.example', 'Somebody', 'ACTIVE', now())
                """).update();
        Map<String, String> before = rows(used.everything());
        assertThatThrownBy(() -> restore(used, file))
                .isInstanceOf(CannotBackUp.class)
                .hasMessageContaining("never replaces");
        assertThat(rows(used.everything())).isEqualTo(before);
    }

    @Test
    void withoutItsKeysNothingIsRestored() throws Exception {
        TestDatabase empty = TestDatabase.createEmpty();
        for (Map<String, String> others : List.of(Map.<String, String>of(), Map.of("1", "ffffffffffffffff"))) {
            assertThatThrownBy(() -> new Restore(source(empty.url()), TestDatabase.APP, others).from(file))
                    .isInstanceOf(CannotBackUp.class)
                    .hasMessageContaining("without its key (version 1)");
        }
        assertThat(rows(empty.everything())).isEmpty();
    }

    @Test
    void aDamagedBackupIsRefusedWholly() throws Exception {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path rows = zip.getPath("tables/glance");
            String changed = Files.readString(rows).replace("Amal Voorbeeld", "Amal Anders");
            assertThat(changed).contains("Amal Anders");
            Files.writeString(rows, changed);
        }
        TestDatabase empty = TestDatabase.createEmpty();
        assertThatThrownBy(() -> restore(empty, file))
                .isInstanceOf(CannotBackUp.class)
                .hasMessageContaining("The rows of glance are not the ones");
        assertThat(rows(empty.everything()).get("account")).startsWith("0 ");
        Path nonsense = Files.writeString(folder.resolve("nonsense"), "no backup at all");
        assertThatThrownBy(() -> restore(empty, nonsense)).hasMessageContaining("is no backup, or is damaged");
    }

    @Test
    void theFileIsItsOwnersAloneAndNeverOverwritten() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> new Backup(source("jdbc:postgresql://nowhere/x"), KEYS).to(file, NOW))
                .hasMessageContaining("exists already");
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            assertThat(Files.readString(zip.getPath(Contents.NAME)))
                    .contains("key.1=" + KEYS.get("1"))
                    .contains("table.participant=");
        }
    }
}
