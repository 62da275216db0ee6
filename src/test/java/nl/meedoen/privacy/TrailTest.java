package nl.meedoen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import nl.meedoen.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands in the trail, that it only grows, and that whoever changes it behind the application is found out. */
@MeedoenTest
class TrailTest {

    private static int count;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Trail trail;

    @Autowired
    TrailSeals seals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    TransactionTemplate transactions;

    private AccountId coordinator(String suffix) {
        return village.account(Role.COORDINATOR, suffix, village.alpha, Village.OWN_MUNICIPALITY);
    }

    private int open(AccountId who, String path) throws Exception {
        return mvc.perform(get(path).with(village.signIn(who)).with(request -> {
                    request.setRemoteAddr("192.0.2.44");
                    return request;
                }))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private List<Map<String, Object>> of(AccountId who) {
        return everything
                .sql("select * from trail where actor_id = ? order by id")
                .param(who.value())
                .query()
                .listOfRows();
    }

    @Test
    void readsListsSearchesExportsAndRefusalsAreInIt() throws Exception {
        AccountId who = coordinator("trail");
        open(who, "/participants/" + village.amal);
        open(who, "/participants");
        open(who, "/participants?q=Zoekwoordje");
        open(who, "/participants/export.csv?q=Zoekwoordje");
        assertThat(open(who, "/admin/accounts")).isEqualTo(403);
        assertThat(open(who, "/participants/" + village.celine)).isEqualTo(404);
        List<Map<String, Object>> rows = of(who);
        assertThat(rows)
                .extracting(row -> row.get("action") + " " + row.get("result"))
                .containsExactly(
                        "OPENED DONE",
                        "LISTED DONE",
                        "SEARCHED DONE",
                        "EXPORTED DONE",
                        "REFUSED REFUSED",
                        "REFUSED REFUSED");
        assertThat(rows.subList(4, 6))
                .extracting(row -> row.get("subject"))
                .containsExactly("GET /admin/accounts", "GET /participants/{id}");
        assertThat(rows.get(0)).containsEntry("participant_id", village.amal.value());
        assertThat(rows)
                .extracting(row -> row.get("purpose"))
                .containsExactly("CARE", "CARE", "CARE", "FIGURES", "SECURITY", "SECURITY");
        assertThat(rows)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("role", "COORDINATOR")
                        .containsEntry("acting_for", null)
                        .containsEntry("origin", "192.0.2.44")
                        .hasEntrySatisfying("at", at -> assertThat(at).isNotNull()))
                .as("neither what was searched for nor whose page was refused")
                .noneSatisfy(row -> assertThat(row.toString())
                        .containsAnyOf("Zoekwoordje", "zoekwoordje", village.celine.toString()));
    }

    @Test
    void whoTookThirtyFilesInAnHourGetsNoListEither() throws Exception {
        AccountId who = coordinator("exports");
        everything.sql("""
                        insert into trail (at, actor_id, action, subject, result, origin)
                        select now(), ?, 'EXPORTED', 'x', 'DONE', 'x' from generate_series(1, 29)
                        """).param(who.value()).update();
        assertThat(open(who, "/participants/export.csv")).isEqualTo(200);
        assertThat(open(who, "/participants/export.csv")).isEqualTo(422);
        assertThat(open(who, "/participants/export.xlsx")).isEqualTo(422);
        assertThat(of(who))
                .filteredOn(row -> "REFUSED".equals(row.get("action")))
                .hasSize(2);
    }

    /** Whoever writes a file past {@link Exports} would take as many as they like. */
    @Test
    void noFileIsTakenPastTheCount() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> writers = new ArrayList<>();
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (Files.readString(source).contains("Action.EXPORTED")) {
                    writers.add(source.getFileName().toString());
                }
            }
            // the other one is the sheet of a single intake, to print
            assertThat(writers).containsExactlyInAnyOrder("Exports.java", "IntakeController.java");
        }
    }

    @Test
    void signInsAreInItAndAFailedOneNamesNobody() throws Exception {
        AccountId who = coordinator("trailsignin");
        Visitor visitor = new Visitor(mvc, "192.0.2.45");
        visitor.signIn("coordinatortrailsignin@village.example", "not this one");
        visitor.signIn("coordinatortrailsignin@village.example", Village.PASSWORD);
        assertThat(of(who)).extracting(row -> row.get("action")).containsExactly("SIGNED_IN");
        List<Map<String, Object>> failed = everything
                .sql("select * from trail where action = 'SIGN_IN_FAILED' and origin = '192.0.2.45'")
                .query()
                .listOfRows();
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0)).containsEntry("actor_id", null).containsEntry("result", "REFUSED");
        assertThat(failed.get(0).toString()).doesNotContain("trailsignin");
    }

    @Test
    void whatIsDoneForAnotherIsInTheNameOfWhoDoesIt() {
        Actor actor = village.actor(Role.CLIENT_MANAGER);
        String subject = "behalf" + ++count;
        village.run(actor, () -> trail.note(actor, Trail.Action.LISTED, subject, null));
        service(() -> {
            trail.note(actor, Trail.Action.CHANGED, subject, null);
            trail.service(Trail.Action.CHANGED, subject, "1");
            return 0;
        });
        assertThat(everything
                        .sql(
                                "select concat_ws(' ', role, purpose, acting_for) from trail where subject = ? order by id")
                        .param(subject)
                        .query(String.class)
                        .list())
                .containsExactly("CLIENT_MANAGER PROGRESS", "SERVICE UPKEEP " + actor.id(), "SERVICE UPKEEP");
    }

    @Test
    void aChangeThatFailsLeavesNoLineAndARefusalDoes() {
        Actor actor = village.actor(Role.COORDINATOR);
        String subject = "undone" + ++count;
        assertThatThrownBy(() -> village.run(actor, () -> {
                    trail.note(actor, Trail.Action.CREATED, subject, null);
                    trail.refused(actor, "refused " + subject);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(everything
                        .sql("select subject from trail where subject like '%' || ?")
                        .param(subject)
                        .query(String.class)
                        .list())
                .containsExactly("refused " + subject);
        assertThatThrownBy(() -> trail.note(actor, Trail.Action.CREATED, subject, null))
                .as("outside the transaction of the change")
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update trail set result = 'DONE'",
                "delete from trail",
                "truncate trail",
                "truncate trail cascade",
                "alter table trail disable row level security",
                "drop table trail",
                "update trail_seal set rows_sealed = 0",
                "delete from trail_seal",
                "truncate trail_seal",
                "update trail_seal set forgotten_at = now()",
                "delete from trail_chain",
                "drop table trail_seal"
            })
    void theApplicationCanOnlyAdd(String statement) {
        assertThatThrownBy(() -> village.as(
                        village.actor(Role.ADMINISTRATOR),
                        () -> jdbc.sql(statement).update()))
                .hasStackTraceContaining(statement.matches("(alter|drop).*") ? "must be owner" : "permission denied");
        assertThatThrownBy(() -> service(() -> jdbc.sql(statement).update()))
                .hasStackTraceContaining(statement.matches("(alter|drop).*") ? "must be owner" : "permission denied");
    }

    @Test
    void nobodyReadsTheLinesOfAnother() {
        village.run(
                village.actor(Role.COORDINATOR),
                () -> trail.note(village.actor(Role.COORDINATOR), Trail.Action.LISTED, "somebody's", null));
        assertThat(village.as(
                        village.foreignActor(Role.COORDINATOR),
                        () -> jdbc.sql("select count(*) from trail where subject = 'somebody''s'")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update trail set actor_id = gen_random_uuid() where subject = ?",
                "update trail set at = at + interval '1 second' where subject = ?",
                "update trail set purpose = null where subject = ?",
                "update trail set acting_for = actor_id where subject = ?",
                "update trail set chain = chain - 1 where subject = ?",
                "update trail set role = null, action = role || '|' || action where subject = ?",
                "delete from trail where subject = ?"
            })
    void whoeverChangesASealedLineBreaksTheChain(String tampering) {
        String subject = "sealed" + ++count;
        Actor actor = village.actor(Role.COORDINATOR);
        village.run(actor, () -> trail.note(actor, Trail.Action.LISTED, subject, null));
        sealed(subject);
        assertThat(broken("UTC")).isNull();
        assertThat(broken("Asia/Tokyo"))
                .as("an instance elsewhere sees the same")
                .isNull();
        everything
                .sql("create table kept as select * from trail where subject = '" + subject + "'")
                .update();
        try {
            assertThat(everything.sql(tampering).param(subject).update()).isOne();
            assertThat(broken("UTC")).isNotNull();
        } finally {
            everything.sql("delete from trail where id = (select id from kept)").update();
            everything
                    .sql("insert into trail overriding system value select * from kept")
                    .update();
            everything.sql("drop table kept").update();
        }
        assertThat(broken("UTC")).isNull();
    }

    /** Waits until the line is under a seal: other transactions of this server may still be under way. */
    private void sealed(String subject) {
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            service(() -> {
                seals.seal();
                return 0;
            });
            return everything.sql("""
                            select written_in < coalesce((select max(before_transaction) from trail_seal), '0')
                            from trail where subject = ?
                            """).param(subject).query(Boolean.class).single();
        });
    }

    private Long broken(String zone) {
        Long[] found = {null};
        service(() -> {
            jdbc.sql("select set_config('timezone', ?, true)")
                    .param(zone)
                    .query(String.class)
                    .single();
            found[0] = seals.firstBroken();
            return 0;
        });
        return found[0];
    }

    private void service(java.util.function.IntSupplier work) {
        ActingAs.service(() -> transactions.executeWithoutResult(tx -> work.getAsInt()));
    }
}
