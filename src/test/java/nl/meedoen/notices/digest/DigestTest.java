package nl.meedoen.notices.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meedoen.access.ActingAs;
import nl.meedoen.desk.Attention;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Digests over two instances, one database and a real mail server. */
class DigestTest {

    /** A clock that a test can put forward; it begins on a Tuesday at seven and goes on, for schedulers wait by it. */
    private static final class Watch extends Clock {
        private volatile Duration ahead = Duration.between(
                Instant.now(), Instant.parse("2026-11-24T06:00:00Z").plusSeconds(1));

        private void forward(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), ahead);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final List<Attention> TWO = List.of(
            new Attention(
                    "plans.attention.overdue", "danger", "alert", "Amal Voorbeeld", "Step", "/a", TODAY.minusDays(3)),
            new Attention("plans.attention.silent", "wait", "chat", "Bahar Proef", "Quiet", "/b", TODAY));

    @TempDir
    private Path folder;

    private final Watch watch = new Watch();
    private GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private volatile List<Attention> waiting = TWO;
    private TestDatabase database;
    private JdbcClient jdbc;
    private DigestInstance first;
    private DigestInstance second;

    @BeforeEach
    void twoInstances() throws Exception {
        database = TestDatabase.create();
        mail.start();
        jdbc = JdbcClient.create(new DriverManagerDataSource(database.url(), TestDatabase.APP, TestDatabase.PASSWORD));
        first = new DigestInstance("first", database, mail, folder, watch, () -> waiting);
        second = new DigestInstance("second", database, mail, folder, watch, () -> waiting);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        mail.stop();
    }

    private AccountId person(String name, String status, String role, DigestRhythm rhythm) {
        AccountId id = new AccountId(UUID.randomUUID());
        jdbc.sql("insert into account (id, email, name, status, created_at) values (?, ?, ?, ?, now())")
                .params(id.value(), name.toLowerCase() + "@digest.example", name + " Lezer", status)
                .update();
        jdbc.sql("insert into account_role values (?, ?)")
                .params(id.value(), role)
                .update();
        choose(id, rhythm);
        return id;
    }

    private void choose(AccountId id, DigestRhythm rhythm) {
        ActingAs.halfway(id, () -> {
            first.bean(DigestChoices.class).choose(id, rhythm);
            return true;
        });
    }

    /** Lets a morning pass on both instances and waits until nothing is left to do. */
    private void morning(int letters) {
        first.morning();
        second.morning();
        Awaitility.await()
                .atMost(DigestInstance.patience())
                .until(() -> roundsDone()
                        && count("scheduled_tasks where" + " task_name = 'digest-letter'") == 0
                        && count("letter") == letters);
    }

    private boolean roundsDone() {
        return jdbc.sql("select not picked and last_success is not null and execution_time > ?"
                        + " from scheduled_tasks where task_name = 'digest-round'")
                .param(Timestamp.from(watch.instant()))
                .query(Boolean.class)
                .single();
    }

    private int count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
    }

    private void delivered() {
        Awaitility.await()
                .atMost(DigestInstance.patience())
                .until(() -> count("letter where sent_at is null and given_up_at is null") == 0);
    }

    @Test
    void twoInstancesSendEachReaderOneLetterWithCountsAlone() throws Exception {
        for (int i = 0; i < 12; i++) {
            person("Lezer" + i, "ACTIVE", "COACH", DigestRhythm.DAILY);
        }
        person("Wekelijks", "ACTIVE", "COACH", DigestRhythm.WEEKLY); // it is Tuesday
        person("Niet", "ACTIVE", "COACH", DigestRhythm.NONE);
        person("Geblokkeerd", "BLOCKED", "COACH", DigestRhythm.DAILY);
        person("Beheer", "ACTIVE", "ADMINISTRATOR", DigestRhythm.DAILY);
        first.start();
        second.start();
        morning(12);
        delivered();
        first.morning();
        delivered();
        assertThat(mail.getReceivedMessages()).hasSize(12);
        assertThat(Stream.of(mail.getReceivedMessages()).map(DigestTest::recipient))
                .doesNotHaveDuplicates()
                .allMatch(address -> address.startsWith("lezer"));

        MimeMessage letter = mail.getReceivedMessages()[0];
        String text = String.valueOf(letter.getContent());
        assertThat(letter.getSubject()).isEqualTo("2 dingen vragen je aandacht in Meedoen");
        assertThat(text)
                .contains("Goedemorgen Lezer", "Stap te laat: 1", "Geen contact: 1", "https://meedoen.example/today")
                .doesNotContain("Amal", "Voorbeeld", "Bahar", "Quiet");
        String stop = letter.getHeader("List-Unsubscribe", null);
        assertThat(stop).startsWith("<https://meedoen.example/digest/stop/").endsWith(">");
        assertThat(letter.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(text.replace("\r\n", "\n")).contains(stop.substring(1, stop.length() - 1));
        String token = stop.substring(stop.lastIndexOf('/') + 1, stop.length() - 1);
        StopLinks links = first.bean(StopLinks.class);
        assertThat(links.read(token)).isPresent();
        assertThat(links.read(token.substring(1))).isEmpty();
        assertThat(links.read("x")).isEmpty();
    }

    @Test
    void aSecondRoundOnTheSameDayWritesNothing() {
        AccountId reader = person("Lezer", "ACTIVE", "COACH", DigestRhythm.DAILY);
        assertThat(first.bean(Digests.class).write(reader)).isTrue();
        assertThat(second.bean(Digests.class).write(reader)).isFalse();
        watch.forward(Duration.ofDays(1));
        assertThat(second.bean(Digests.class).write(reader)).isTrue();
    }

    @Test
    void whenNothingWaitsThereIsNoMail() {
        AccountId reader = person("Lezer", "ACTIVE", "COACH", DigestRhythm.DAILY);
        waiting = List.of();
        assertThat(first.bean(Digests.class).write(reader)).isFalse();
        assertThat(count("letter")).isZero();
    }

    @Test
    void whoStoppedInTheMeantimeGetsNone() {
        AccountId reader = person("Lezer", "ACTIVE", "COACH", DigestRhythm.DAILY);
        choose(reader, DigestRhythm.NONE);
        assertThat(first.bean(Digests.class).write(reader)).isFalse();
        assertThat(count("letter")).isZero();
    }

    @Test
    void aMailServerThatIsDownGetsItLaterAndOnce() {
        person("Lezer", "ACTIVE", "COACH", DigestRhythm.DAILY);
        int port = mail.getSmtp().getPort();
        mail.stop();
        first.start();
        second.start();
        morning(1);
        Awaitility.await()
                .atMost(DigestInstance.patience())
                .until(() -> count("letter where sent_at is null and tries = 1 and next_try_at > handed_in_at") == 1);
        mail = new GreenMail(new ServerSetup(port, null, "smtp"));
        mail.start();
        watch.forward(Duration.ofMinutes(1));
        delivered();
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aLetterOfThisMorningIsNotSentAtNight() {
        AccountId reader = person("Lezer", "ACTIVE", "COACH", DigestRhythm.DAILY);
        mail.stop();
        first.bean(Digests.class).write(reader);
        watch.forward(Duration.ofHours(12));
        delivered();
        assertThat(count("letter where given_up_at is not null and body is null and unsubscribe is null"))
                .isOne();
    }

    @Test
    void aJobThatFailsIsPlannedAgainAndKeepsNoOtherWaiting() {
        AccountId broken = person("Stuk", "ACTIVE", "COACH", DigestRhythm.DAILY);
        person("Lezer", "ACTIVE", "COACH", DigestRhythm.DAILY);
        waiting = null; // a room that fails
        first.start();
        first.morning();
        Awaitility.await()
                .atMost(DigestInstance.patience())
                .until(() -> count("scheduled_tasks where task_name = 'digest-letter' and consecutive_failures = 1"
                                + " and execution_time > timestamptz '" + watch.instant() + "'")
                        == 2);
        waiting = TWO;
        jdbc.sql("update scheduled_tasks set execution_time = ? where task_instance like ?")
                .params(Timestamp.from(watch.instant()), broken + "/%")
                .update();
        Awaitility.await().atMost(DigestInstance.patience()).until(() -> count("letter") == 1);
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
