package nl.meedoen.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@SpringBootTest(classes = DatabaseRolesTest.Room.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class DatabaseRolesTest {

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DatabaseAutoConfiguration.class
    })
    static class Room {}

    private static TestDatabase other;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OwnerJdbc everything;

    @BeforeAll
    static void anotherDatabase() {
        other = TestDatabase.create();
    }

    @Test
    void theApplicationWorksAsItsOwnRole() {
        assertThat(one("select current_user")).isEqualTo(TestDatabase.APP);
        assertThat(one("select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles"
                        + " where rolname = current_user"))
                .isEqualTo(false);
    }

    @Test
    void theApplicationOwnsNothing() {
        assertThat(one("select count(*) from pg_class where pg_has_role(current_user, relowner, 'member')"))
                .isEqualTo(0L);
        assertThatThrownBy(() -> jdbc.sql("create table mine (id int)").update())
                .rootCause()
                .hasMessageContaining("permission denied for schema public");
        assertThatThrownBy(
                        () -> jdbc.sql("create temporary table mine (id int)").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void whatTheOwnerMakesIsTheApplicationsToUse() {
        JdbcClient owner = other.owner();
        JdbcClient application = other.application();
        owner.sql("create table thing (id int generated always as identity, name text collate dutch)")
                .update();
        application
                .sql("insert into thing (name) values ('Zwart'), ('Öztürk'), ('Adam')")
                .update();
        application.sql("update thing set name = 'Aad' where name = 'Adam'").update();
        assertThat(application
                        .sql("select name from thing order by name")
                        .query(String.class)
                        .list())
                .containsExactly("Aad", "Öztürk", "Zwart");
        assertThatThrownBy(() -> application.sql("truncate thing").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> application.sql("drop table thing").update())
                .rootCause()
                .hasMessageContaining("must be owner");
    }

    @Test
    void whoAsksIsNobodyUnlessSaidInThisTransaction() {
        UUID actor = UUID.randomUUID();
        assertThat(one("select app_actor() is null and app_role() is null and app_today() = current_date"))
                .isEqualTo(true);
        assertThat(one("select set_config('app.actor', '" + actor + "', true) = app_actor()::text"))
                .isEqualTo(true);
        assertThat(one("select app_actor() is null")).isEqualTo(true);
        assertThat(one("select coalesce(current_setting('app.actor', true), '')"))
                .isEqualTo("");
    }

    @Test
    void policiesHoldForTheApplicationAndForTheOwnerAndNotForTheTestsOwnEye() {
        JdbcClient owner = other.owner();
        owner.sql("create table secret (actor uuid)").update();
        owner.sql("alter table secret enable row level security").update();
        owner.sql("alter table secret force row level security").update();
        owner.sql("create policy own on secret using (actor = app_actor())").update();
        OwnerJdbc eye = other.everything();
        eye.sql("insert into secret values (gen_random_uuid())").update();
        String count = "select count(*) from secret";
        assertThat(other.application().sql(count).query().singleValue()).isEqualTo(0L);
        assertThat(owner.sql(count).query().singleValue()).isEqualTo(0L);
        assertThat(eye.sql(count).query().singleValue()).isEqualTo(1L);
    }

    @Test
    void theTestsOwnEyeLooksAtTheSameDatabase() {
        assertThat(everything.sql("select current_database()").query().singleValue())
                .isEqualTo(one("select current_database()"));
    }

    @Test
    void theStartTakesAPlainRoleAndRefusesOneThatGoesRoundThePolicies() {
        assertThatCode(() -> check(TestDatabase.APP, TestDatabase.PASSWORD)).doesNotThrowAnyException();
        refused("postgres", TestDatabase.superuserPassword(), "is a superuser");
        refused(TestDatabase.OWNER, TestDatabase.PASSWORD, "owns tables");
        OwnerJdbc eye = other.everything();
        String suffix = Long.toHexString(System.nanoTime());
        String bypass = "test_bypass_" + suffix;
        String member = "test_member_" + suffix;
        eye.sql("create role " + bypass + " login bypassrls password 'test'").update();
        eye.sql("create role " + member + " login in role " + TestDatabase.OWNER + " password 'test'")
                .update();
        eye.sql("grant connect on database " + other.name() + " to " + bypass).update();
        refused(bypass, TestDatabase.PASSWORD, "BYPASSRLS");
        refused(member, TestDatabase.PASSWORD, "owns tables");
    }

    @Test
    void theApplicationsRoleMayNotMigrate() {
        ApplicationRole role = check(TestDatabase.APP, TestDatabase.PASSWORD);
        assertThatCode(() -> role.mustNotMigrate(source(TestDatabase.OWNER, TestDatabase.PASSWORD)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> role.mustNotMigrate(source(TestDatabase.APP, TestDatabase.PASSWORD)))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("SPRING_FLYWAY_USER");
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidInOneSentence() {
        var gone = new DriverManagerDataSource("jdbc:postgresql://localhost:1/meedoen", "a", "b");
        assertThatThrownBy(() -> ApplicationRole.check(gone))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("cannot be reached");
    }

    private static ApplicationRole check(String role, String password) {
        return ApplicationRole.check(source(role, password));
    }

    private static DriverManagerDataSource source(String role, String password) {
        return new DriverManagerDataSource(other.url(), role, password);
    }

    private static void refused(String role, String password, String reason) {
        assertThatThrownBy(() -> check(role, password))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(role)
                .hasMessageContaining(reason);
    }

    private Object one(String sql) {
        return jdbc.sql(sql).query().singleValue();
    }
}
