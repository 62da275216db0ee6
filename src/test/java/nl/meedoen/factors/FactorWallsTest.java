package nl.meedoen.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself lets through of second steps. */
@MeedoenTest
class FactorWallsTest {

    private static final List<String> TABLES =
            List.of("authenticator_app", "recovery_code", "second_step_failure", "passkey");

    @Autowired
    Village village;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OwnerJdbc everything;

    private AccountId owner;

    @BeforeEach
    void somebodyHasAll() {
        owner = village.foreignAccount(Role.COACH);
        TABLES.forEach(table -> everything
                .sql("delete from " + table + " where account_id = ?")
                .param(owner.value())
                .update());
        everything
                .sql(
                        "insert into authenticator_app (id, account_id, secret, made_at, added_at) values (?, ?, '\\x01', now(), now())")
                .params(UUID.randomUUID(), owner.value())
                .update();
        everything
                .sql(
                        "insert into recovery_code (id, account_id, mark, code_hash, made_at) values (?, ?, 'AB', 'x', now())")
                .params(UUID.randomUUID(), owner.value())
                .update();
        everything
                .sql("insert into second_step_failure (id, account_id, failed_at) values (?, ?, now())")
                .params(UUID.randomUUID(), owner.value())
                .update();
        everything
                .sql("""
                        insert into passkey (id, account_id, credential_id, name, credential, signed, verifies_user,
                            backup_eligible, backed_up, transports, added_at)
                        values (?, ?, ?, 'key', '\\x01', 0, true, false, false, '', now())
                        """)
                .params(UUID.randomUUID(), owner.value(), owner.toString().getBytes())
                .update();
    }

    private long seenBy(Role role, String table) {
        return village.as(
                village.actor(role),
                () -> jdbc.sql("select count(*) from " + table + " where account_id = ?")
                        .param(owner.value())
                        .query(Long.class)
                        .single());
    }

    @Test
    void onlyTheOwnerAndAnAdministratorSeeThatTheyAreThere() {
        for (String table : TABLES) {
            for (Role role : Role.values()) {
                assertThat(seenBy(role, table))
                        .as("%s by %s", table, role)
                        .isEqualTo(role == Role.ADMINISTRATOR ? 1 : 0);
            }
            long own = village.as(
                    village.foreignActor(Role.COACH),
                    () -> jdbc.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single());
            assertThat(own).as(table).isOne();
            assertThat(jdbc.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .as("%s by nobody", table)
                    .isZero();
        }
    }

    @Test
    void nobodyChangesOrAddsThoseOfAnother() {
        for (Role role : List.of(Role.COORDINATOR, Role.ADMINISTRATOR)) {
            int changed = village.as(
                    village.actor(role),
                    () -> jdbc.sql("update authenticator_app set last_step = 0 where account_id = ?")
                            .param(owner.value())
                            .update());
            assertThat(changed).as("%s", role).isZero();
            assertThatThrownBy(() -> village.as(
                            village.actor(role),
                            () -> jdbc.sql(
                                            "insert into recovery_code (id, account_id, mark, code_hash, made_at) values (?, ?, 'XY', 'x', now())")
                                    .params(UUID.randomUUID(), owner.value())
                                    .update()))
                    .as("%s", role)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("row-level security");
        }
        int removed = village.as(
                village.actor(Role.COORDINATOR),
                () -> jdbc.sql("delete from passkey where account_id = ?")
                        .param(owner.value())
                        .update());
        assertThat(removed).isZero();
    }
}
