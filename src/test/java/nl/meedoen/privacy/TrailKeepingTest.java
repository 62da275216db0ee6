package nl.meedoen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.function.Supplier;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is too old goes in whole sealed stretches, and what is left stays provable; also on another server. */
class TrailKeepingTest {

    private static final Clock CLOCK = Clock.systemUTC();

    private OwnerJdbc everything;
    private JdbcClient jdbc;
    private TransactionTemplate transactions;
    private TrailSeals seals;
    private TrailKeeping keeping;
    private TrailChains chains;

    @BeforeEach
    void aTrailOfItsOwn() {
        TestDatabase database = TestDatabase.create();
        everything = database.everything();
        // a job's identity, as WhoAsks would tell it
        DriverManagerDataSource source = new DriverManagerDataSource(
                database.url() + "?options=-c%20app.role=SERVICE", TestDatabase.APP, TestDatabase.PASSWORD);
        jdbc = JdbcClient.create(source);
        transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        seals = new TrailSeals(jdbc, transactions, CLOCK);
        Trail trail = new Trail(jdbc, new ReadLimits(jdbc, CLOCK, 0, 0), event -> {}, CLOCK);
        keeping = new TrailKeeping(jdbc, trail, transactions, CLOCK, Period.ofYears(5));
        chains = new TrailChains(jdbc, seals, transactions, CLOCK);
    }

    private <T> T job(Supplier<T> work) {
        return transactions.execute(tx -> work.get());
    }

    private void line(String subject, String age) {
        everything.sql("""
                        insert into trail (at, action, subject, result, origin)
                        values (now() - cast(? as interval), 'LISTED', ?, 'DONE', 'x')
                        """).params(age, subject).update();
    }

    /** Other transactions of this server may still be under way, and hold the seal up. */
    private void sealed() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            job(() -> {
                seals.seal();
                return 0;
            });
            return everything.sql("""
                            select not exists (select 1 from trail where chain = trail_chain_now() and written_in >=
                                coalesce((select max(before_transaction) from trail_seal where chain = trail_chain_now()), '0'))
                            """).query(Boolean.class).single();
        });
    }

    private List<String> subjects() {
        return everything
                .sql("select subject from trail order by id")
                .query(String.class)
                .list();
    }

    @Test
    void anOldStretchGoesAndAYoungOneStays() {
        line("very old", "6 years");
        sealed();
        line("old", "5 years 2 days");
        sealed();
        line("old, beside a young one", "5 years 1 day");
        line("young", "4 years 364 days");
        sealed();
        line("new", "1 minute");
        sealed();
        assertThat(job(keeping::forget)).isEqualTo(2);
        assertThat(subjects()).containsExactly("old, beside a young one", "young", "new", "trail");
        assertThat(job(seals::firstBroken))
                .as("provable from the seal that stayed")
                .isNull();
        assertThat(job(keeping::forget)).as("twice is once").isZero();
        sealed();
        assertThat(job(seals::firstBroken)).isNull();
        everything
                .sql("update trail set role = 'COACH' where subject = 'young'")
                .update();
        assertThat(job(seals::firstBroken)).isNotNull();
    }

    @Test
    void aSecondTimeGoesOnFromTheFirst() {
        for (String subject : List.of("one", "two", "three")) {
            line(subject, "6 years");
            sealed();
            assertThat(job(keeping::forget)).isEqualTo(1);
            assertThat(job(seals::firstBroken)).isNull();
            // what the job wrote about itself is young, and stands in the way of what comes after it
            everything.sql("update trail set at = at - interval '7 years'").update();
            everything.sql("delete from trail").update();
        }
        line("four", "1 day");
        sealed();
        assertThat(job(seals::firstBroken)).isNull();
        everything.sql("delete from trail").update();
        assertThat(job(seals::firstBroken)).isNotNull();
    }

    @Test
    void whoTakesTheOldestAwayInAnotherWayIsFoundOut() {
        line("old", "6 years");
        sealed();
        line("young", "1 day");
        sealed();
        everything.sql("delete from trail where subject = 'old'").update();
        everything
                .sql("delete from trail_seal where id = (select min(id) from trail_seal)")
                .update();
        assertThat(job(seals::firstBroken)).isNotNull();
    }

    @Test
    void theDatabaseKeepsAYearWhateverTheApplicationAsks() {
        line("old", "2 years");
        sealed();
        assertThatThrownBy(() -> job(() -> jdbc.sql("select trail_forget(now() - interval '364 days')")
                        .query(Long.class)
                        .single()))
                .hasStackTraceContaining("a year at least");
        assertThatThrownBy(() -> job(() -> jdbc.sql(
                                "select set_config('app.role', 'ADMINISTRATOR', true), trail_forget(now() - interval '2 years')")
                        .query()
                        .listOfRows()))
                .hasStackTraceContaining("only a job");
        assertThat(subjects()).containsExactly("old");
    }

    @Test
    void onAnotherServerANewChainBegins() {
        line("sealed elsewhere", "2 days");
        sealed();
        line("not sealed yet", "1 day");
        assertThat(job(chains::check)).as("the same server").isFalse();
        // as after a restore on a server that has done less so far
        everything
                .sql("update trail set written_in = (written_in::text::bigint + 1000000)::text::xid8")
                .update();
        everything
                .sql(
                        "update trail_seal set before_transaction = (before_transaction::text::bigint + 1000000)::text::xid8")
                .update();
        assertThat(job(seals::firstBroken)).isNull();
        assertThat(job(chains::check)).isTrue();
        assertThat(job(chains::check)).as("once").isFalse();
        line("here", "1 minute");
        sealed();
        assertThat(job(seals::firstBroken)).isNull();
        for (String subject : List.of("sealed elsewhere", "not sealed yet", "here")) {
            everything
                    .sql("update trail set action = 'OPENED' where subject = ?")
                    .param(subject)
                    .update();
            assertThat(job(seals::firstBroken)).as(subject).isNotNull();
            everything
                    .sql("update trail set action = 'LISTED' where subject = ?")
                    .param(subject)
                    .update();
        }
        assertThat(job(seals::firstBroken)).isNull();
    }
}
