package nl.meedoen.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.meedoen.support.HttpVisitor;
import nl.meedoen.support.OwnProcess;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances start together on one empty database, work together, and one goes on alone (SECURITY.md 30). */
class TwoInstancesTest {

    private static final String KEYS = "1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final int PRESSES = 8;

    @TempDir
    private static Path folder;

    private static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private static final List<OwnProcess> RUNNING = new ArrayList<>();

    @AfterAll
    static void stop() {
        RUNNING.forEach(OwnProcess::close);
        MAIL.stop();
    }

    private static OwnProcess run(String name, TestDatabase database) throws IOException {
        OwnProcess instance = OwnProcess.start(
                folder.resolve(name + ".log"),
                "--spring.profiles.active=demo",
                "--meedoen.demo.participants=60",
                "--meedoen.data=" + folder.resolve(name),
                "--meedoen.keys=" + KEYS,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + TestDatabase.APP,
                "--spring.datasource.password=" + TestDatabase.PASSWORD,
                "--spring.flyway.url=" + database.url(),
                "--spring.flyway.user=" + TestDatabase.OWNER,
                "--spring.flyway.password=" + TestDatabase.PASSWORD,
                "--spring.mail.host=localhost",
                "--spring.mail.port=" + MAIL.getSmtp().getPort(),
                "--meedoen.mail.every=100ms",
                "--meedoen.insight.every=100ms",
                "--meedoen.insight.first=0s",
                "--meedoen.trail.every=100ms");
        RUNNING.add(instance);
        return instance;
    }

    @Test
    void nothingIsDoneTwiceAndOneMayDie() throws Exception {
        MAIL.start();
        TestDatabase database = TestDatabase.createEmpty();
        OwnerJdbc everything = database.everything();
        OwnProcess first = run("first", database);
        OwnProcess second = run("second", database);
        String here = first.address();
        String there = second.address();
        assertThat(Stream.of(first.said(), second.said()).filter(log -> log.contains("Demo data:")))
                .as("one loads the demo")
                .hasSize(1);

        HttpVisitor coach = new HttpVisitor();
        coach.signIn(here, "coach");
        assertThat(coach.open(there + "/participants").statusCode())
                .as("signed in at one, known at the other")
                .isEqualTo(200);
        String dossier = dossier(coach, there);

        presses(coach, here, there, dossier);
        assertThat(count(everything, "select count(*) from appointment where title like 'dubbel %'"))
                .isEqualTo(PRESSES);

        letters(here, there, everything);
        figures(everything);
        seals(everything);

        first.kill();
        assertThat(coach.open(there + dossier + "/plan").statusCode()).isEqualTo(200);
        assertThat(contact(coach, there + dossier, UUID.randomUUID(), "dubbel na de val")
                        .statusCode())
                .isEqualTo(302);
        int mails = MAIL.getReceivedMessages().length;
        ask(there, "coach2@demo.example");
        await().atMost(Duration.ofSeconds(20)).until(() -> MAIL.getReceivedMessages().length == mails + 1);
        seals(everything);
        coach.open(there + "/account");
        assertThat(HttpVisitor.location(coach.send(there + "/logout"))).endsWith("/login?out");
        assertThat(HttpVisitor.location(coach.open(there + "/participants"))).endsWith("/login");
    }

    /** Each form goes to both at the same time, with one key. */
    private static void presses(HttpVisitor coach, String here, String there, String dossier) {
        for (int i = 0; i < PRESSES; i++) {
            UUID key = UUID.randomUUID();
            String title = "dubbel " + i;
            List<CompletableFuture<Integer>> answers = Stream.of(here, there)
                    .map(address -> CompletableFuture.supplyAsync(() -> {
                        try {
                            return contact(coach, address + dossier, key, title).statusCode();
                        } catch (IOException | InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }))
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join)).as(title).containsExactlyInAnyOrder(302, 303);
        }
    }

    private static HttpResponse<String> contact(HttpVisitor coach, String dossier, UUID key, String title)
            throws IOException, InterruptedException {
        String tomorrow = java.time.LocalDate.now().plusDays(1).toString();
        return coach.send(
                dossier + "/contacts",
                "_key",
                key.toString(),
                "channel",
                "PHONE",
                "note",
                "Gebeld",
                "meetOn",
                tomorrow,
                "meetAt",
                "09:00",
                "meetTitle",
                title);
    }

    private static void letters(String here, String there, OwnerJdbc everything) throws Exception {
        List<String> addresses = everything
                .sql("select email from account where email like '%@demo.example' and email <> 'coach2@demo.example'"
                        + " order by email limit 12")
                .query(String.class)
                .list();
        for (int i = 0; i < addresses.size(); i++) {
            ask(i % 2 == 0 ? here : there, addresses.get(i));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        count(everything, "select count(*) from letter where sent_at is not null") == addresses.size());
        assertThat(Stream.of(MAIL.getReceivedMessages()).map(TwoInstancesTest::recipient))
                .containsExactlyInAnyOrderElementsOf(addresses);
    }

    private static void ask(String address, String email) throws IOException, InterruptedException {
        HttpVisitor stranger = new HttpVisitor();
        stranger.open(address + "/forgot");
        assertThat(stranger.send(address + "/forgot", "email", email).statusCode())
                .isEqualTo(200);
    }

    /** Both look every tenth of a second whether the figures are old; they are counted again after 45 seconds. */
    private static void figures(OwnerJdbc everything) {
        String at = "select refreshed_at::text from figure_refresh";
        String counted = everything.sql(at).query(String.class).single();
        long looks = calls(everything);
        await().atMost(Duration.ofSeconds(20)).until(() -> calls(everything) > looks + 10);
        assertThat(everything.sql(at).query(String.class).single()).isEqualTo(counted);
    }

    /** Transactions in this database so far. */
    private static long calls(OwnerJdbc everything) {
        return everything
                .sql("select xact_commit from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    /** Every row of the trail is under one seal, and none under two. */
    private static void seals(OwnerJdbc everything) {
        int rows = count(everything, "select count(*) from trail");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> count(everything, "select coalesce(sum(rows_sealed), 0) from trail_seal") >= rows);
        assertThat(count(
                        everything,
                        "select (select sum(rows_sealed) from trail_seal) - (select count(*) from trail"
                                + " where written_in < (select max(before_transaction) from trail_seal))"))
                .isZero();
    }

    private static String recipient(jakarta.mail.internet.MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String dossier(HttpVisitor coach, String address) throws Exception {
        return coach.page(address + "/participants").select("tbody a[href^=/participants/]").stream()
                .map(link -> link.attr("href"))
                .filter(path -> path.matches("/participants/[0-9a-f-]{36}(/.*)?"))
                .map(path -> path.substring(0, "/participants/".length() + 36))
                .findFirst()
                .orElseThrow();
    }

    private static int count(OwnerJdbc jdbc, String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
