package nl.meedoen.participants.intake;

import static nl.meedoen.participants.intake.ImportOffice.checked;
import static nl.meedoen.participants.intake.ImportOffice.csv;
import static nl.meedoen.participants.intake.ImportOffice.tab;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Actors;
import nl.meedoen.access.Role;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.Village;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What happens when two people press at once, when a row fails, and when the machine stops half-way. */
@MeedoenTest
class ImportJobsTest {

    private static final byte[] THREE = csv(
            "Voornaam;Achternaam;Geboortedatum;Gemeente",
            "A;Job;1990;Assen",
            "B;Gaatmis;1991;Assen",
            "C;Job;1992;Assen");

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ImportJobs jobs;

    @Autowired
    Actors actors;

    @Autowired
    ImportRetention retention;

    @Autowired
    StatementCounter counter;

    private ImportOffice office;

    @BeforeEach
    void begin() {
        office = new ImportOffice(mvc, village, everything);
    }

    private Actor coordinator() {
        return actors.find(office.coordinator, Role.COORDINATOR).orElseThrow();
    }

    private static BatchId id(String path) {
        return new BatchId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
    }

    @Test
    void oneRowThatFailsTakesAllBackAndTheRestCanGo() throws Exception {
        String batch = office.brought("mis.csv", THREE);
        everything
                .sql(
                        "alter table participant add constraint import_test check (surname is distinct from 'Gaatmis') not valid")
                .update();
        try {
            office.readIn(batch);
        } finally {
            everything
                    .sql("alter table participant drop constraint import_test")
                    .update();
        }
        assertThat(office.participants()).isZero();
        assertThat(everything
                        .sql("select count(*) from glance where location_id = ?")
                        .param(office.location.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        Document page = office.page(batch);
        assertThat(page.select(".notice--danger").text())
                .contains("Nobody was enrolled")
                .contains("row 3");
        assertThat(page.select("#row-3").text()).contains("could not be saved");
        assertThat(tab(page, "ready")).isEqualTo(2);
        office.readIn(batch);
        assertThat(office.participants()).isEqualTo(2);
        assertThat(tab(office.page(batch), "refused")).isEqualTo(1);
    }

    @Test
    void twoClicksStartItOnce() throws Exception {
        String batch = office.brought("twee.csv", THREE);
        Actor actor = coordinator();
        ExecutorService clicks = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(clicks.submit(() -> ActingAs.actor(actor, () -> jobs.start(actor, id(batch)))));
            }
            int started = 0;
            for (Future<Boolean> answer : answers) {
                if (answer.get()) started++;
            }
            assertThat(started).isOne();
        } finally {
            clicks.shutdown();
        }
        office.waitFor(batch);
        assertThat(office.participants()).isEqualTo(3);
        office.sent(batch + "/run");
        assertThat(office.participants()).isEqualTo(3);
    }

    @Test
    void aJobThatDiedCanBeStartedAgain() throws Exception {
        String batch = office.brought("dood.csv", THREE);
        everything
                .sql("update import_batch set state = 'RUNNING', heartbeat_at = now() where id = ?")
                .param(id(batch).value())
                .update();
        assertThat(office.open(batch).getRedirectedUrl()).isEqualTo(batch + "/progress");
        Document busy = checked(office.open(batch + "/progress"));
        assertThat(busy.select("progress")).hasSize(1);
        assertThat(office.send(batch + "/rows/2/place", "municipality", "leave").getStatus())
                .isEqualTo(422);
        everything
                .sql("update import_batch set heartbeat_at = now() - interval '2 minutes' where id = ?")
                .param(id(batch).value())
                .update();
        assertThat(office.page(batch).select(".notice--danger").text()).contains("safely start again");
        office.readIn(batch);
        assertThat(office.participants()).isEqualTo(3);
    }

    @Test
    void twoFilesWithTheSamePeopleBringThemOnce() throws Exception {
        String one = office.brought("een.csv", THREE);
        String two = office.brought(
                "twee.csv",
                csv(
                        "Gemeente;Geboortedatum;Achternaam;Voornaam",
                        "Assen;1992;Job;C",
                        "Assen;1990;Job;A",
                        "Assen;1980;Nieuw;D"));
        assertThat(tab(office.page(two), "ready")).isEqualTo(3);
        office.readIn(one);
        office.readIn(two);
        assertThat(office.participants()).isEqualTo(4);
        assertThat(tab(office.page(two), "present")).isEqualTo(2);
    }

    @Test
    void whoWasEnrolledSinceTheDryRunIsAskedAbout() throws Exception {
        String batch = office.brought(
                "sinds.csv", csv("Voornaam;Achternaam;Geboortedatum;Gemeente", "Yusuf;Sinds;1-2-1990;Assen"));
        office.sent(
                "/participants/new",
                "givenNames",
                "Yousef",
                "surname",
                "Sinds",
                "birthDay",
                "1",
                "birthMonth",
                "2",
                "birthYear",
                "1990",
                "municipality",
                "GM0106");
        office.readIn(batch);
        assertThat(office.participants()).isOne();
        Document page = office.page(batch + "?tab=double");
        assertThat(page.select("#row-2").text()).contains("Yousef Sinds");
        office.sent(batch + "/rows/2/decision", "answer", "other");
        office.readIn(batch);
        assertThat(office.participants()).isEqualTo(2);
    }

    @Test
    void anotherLocationSeesNothingOfIt() throws Exception {
        String batch = office.brought("eigen.csv", THREE);
        ImportOffice elsewhere = new ImportOffice(mvc, village, everything);
        assertThat(elsewhere.open(batch).getStatus()).isEqualTo(404);
        Actor stranger = actors.find(elsewhere.coordinator, Role.COORDINATOR).orElseThrow();
        for (String table : List.of("import_batch", "import_row")) {
            Integer seen = village.as(
                    stranger,
                    () -> jdbc.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single());
            assertThat(seen).as(table).isZero();
        }
    }

    @Test
    void afterAMonthOnlyTheOutcomeIsKept() throws Exception {
        String waiting = office.brought("wacht.csv", csv("Voornaam;Gemeente", "Wacht;Assen", "Lang;Assen"));
        String done = office.brought("klaar.csv", csv("Voornaam;Gemeente", "Klaar;Assen", "Vraag;Grunn", ";Assen"));
        office.readIn(done);
        everything
                .sql("update import_batch set created_at = created_at - interval '31 days' where location_id = ?")
                .param(office.location.value())
                .update();
        retention.forget();
        assertThat(office.open(waiting).getStatus()).isEqualTo(404);
        Document page = office.page(done);
        assertThat(tab(page, "enrolled")).isOne();
        assertThat(tab(page, "refused")).isOne();
        assertThat(tab(page, "skipped")).isOne();
        assertThat(page.text()).doesNotContain("Vraag");
        assertThat(office.open(done + "/errors").getStatus()).isEqualTo(200);
    }

    @Test
    void thePageAsksTheDatabaseNoMoreForManyRows() throws Exception {
        String few = office.brought("weinig.csv", csv("Voornaam;Gemeente", "Een;Grunn", "Twee;Assen"));
        String many = office.brought("veel.csv", ImportOffice.example());
        int forFew = counter.during(() -> office.page(few)).size();
        int forMany = counter.during(() -> office.page(many)).size();
        assertThat(forMany).isEqualTo(forFew);
    }

    @Test
    void fiveThousandRowsAreSeenThroughWithinAMinute() throws Exception {
        String[] given = {"Mohammed", "Fatima", "Ahmad", "Amina", "Yonas", "Selam", "Zahra", "Omar", "Noor", "Ali"};
        String[] surnames = {"Haddad", "Hosseini", "Barzani", "Tesfay", "Saeed", "Yildiz", "Ahmadi", "Darwish", "Kaya"};
        Random random = new Random(1);
        List<String> lines = new ArrayList<>(List.of("Voornaam;Achternaam;Geboortedatum;Gemeente;Klantnummer"));
        for (int i = 0; i < 5000; i++) {
            lines.add("%s;%s;%02d-%02d-%d;Assen;N%d"
                    .formatted(
                            given[random.nextInt(given.length)],
                            surnames[random.nextInt(surnames.length)],
                            1 + random.nextInt(28),
                            1 + random.nextInt(12),
                            1960 + random.nextInt(45),
                            i));
        }
        Instant begin = Instant.now();
        String batch = office.brought("groot.csv", csv(lines.toArray(String[]::new)));
        office.waitFor(batch);
        Duration took = Duration.between(begin, Instant.now());
        assertThat(took).isLessThan(Duration.ofMinutes(1));
        assertThat(tab(office.page(batch), "")).isEqualTo(5000);
    }
}
