package nl.meedoen.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.meedoen.privacy.Vault;
import nl.meedoen.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters go out with the change that asked for them, once, and wait for a mail server that is away. */
class PostmanTest {

    @EnableTransactionManagement
    static class Transactions {}

    /** A clock that a test can put forward. */
    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2026-11-22T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @TempDir
    private Path folder;

    private final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final Watch watch = new Watch();
    private AnnotationConfigApplicationContext context;
    private JdbcClient jdbc;
    private TransactionTemplate transactions;
    private Post post;

    @BeforeEach
    void open() {
        TestDatabase database = TestDatabase.create();
        DataSource source = new DriverManagerDataSource(database.url(), TestDatabase.APP, TestDatabase.PASSWORD);
        PlatformTransactionManager manager = new DataSourceTransactionManager(source);
        context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("meedoen.data", folder.toString())));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(PlatformTransactionManager.class, () -> manager);
        context.registerBean(Clock.class, () -> watch);
        context.register(Transactions.class, Vault.class, Post.class);
        context.refresh();
        jdbc = context.getBean(JdbcClient.class);
        post = context.getBean(Post.class);
        transactions = new TransactionTemplate(manager);
    }

    @AfterEach
    void close() {
        context.close();
        mail.stop();
    }

    private Postman postman(boolean withServer) {
        if (withServer) {
            JavaMailSenderImpl server = new JavaMailSenderImpl();
            server.setHost("localhost");
            server.setPort(mail.getSmtp().getPort());
            context.registerBean("server" + watch.now + Math.random(), JavaMailSender.class, () -> server);
        }
        ObjectProvider<JavaMailSender> servers = context.getBeanProvider(JavaMailSender.class);
        return new Postman(
                jdbc,
                transactions,
                servers,
                context.getBean(Vault.class),
                watch,
                new MailFolder(folder),
                "meedoen@localhost");
    }

    private void handIn(String to) {
        transactions.executeWithoutResult(tx -> post.send(to, "Gróet", "Hallo, één geheim woord"));
    }

    private int count(String condition) {
        return jdbc.sql("select count(*) from letter where " + condition)
                .query(Integer.class)
                .single();
    }

    @Test
    void aLetterIsSentAndItsTextForgotten() throws Exception {
        mail.start();
        handIn("iemand@voorbeeld.example");
        postman(true).round();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("Gróet");
        assertThat(String.valueOf(mail.getReceivedMessages()[0].getContent())).contains("één geheim woord");
        assertThat(count("sent_at is not null and body is null")).isOne();
    }

    @Test
    void aLetterOfAChangeThatFailedDoesNotExist() {
        transactions.executeWithoutResult(tx -> {
            post.send("iemand@voorbeeld.example", "Niet", "niet");
            tx.setRollbackOnly();
        });
        assertThat(count("true")).isZero();
        assertThatThrownBy(() -> post.send("iemand@voorbeeld.example", "Niet", "niet"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void withoutAServerLettersAreWrittenToTheDataFolder() throws Exception {
        handIn("iemand@voorbeeld.example");
        postman(false).round();
        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            List<Path> letters = files.toList();
            assertThat(letters).hasSize(1);
            assertThat(Files.readString(letters.get(0))).contains("To: iemand@voorbeeld.example");
        }
        assertThat(count("sent_at is not null")).isOne();
    }

    @Test
    void aServerThatIsDownGetsTheLetterLaterAndOnce() {
        mail.start();
        int port = mail.getSmtp().getPort();
        Postman postman = postman(true);
        mail.stop();
        handIn("iemand@voorbeeld.example");
        postman.round();
        postman.round();
        assertThat(count("sent_at is null and tries = 1 and given_up_at is null"))
                .isOne();
        GreenMail again = new GreenMail(new com.icegreen.greenmail.util.ServerSetup(port, null, "smtp"));
        again.start();
        try {
            watch.now = watch.now.plus(Duration.ofMinutes(1));
            postman.round();
            postman.round();
            assertThat(again.getReceivedMessages()).hasSize(1);
            assertThat(count("sent_at is not null")).isOne();
        } finally {
            again.stop();
        }
    }

    @Test
    void aLetterThatNobodyTakesIsGivenUp() {
        mail.start();
        Postman postman = postman(true);
        mail.stop();
        handIn("iemand@voorbeeld.example");
        for (int i = 0; i < 20; i++) {
            postman.round();
            watch.now = watch.now.plus(Duration.ofHours(2));
        }
        assertThat(count("given_up_at is not null and tries = 12")).isOne();
    }

    @Test
    void aLetterThatCannotBeOpenedKeepsNoOtherWaiting() {
        mail.start();
        handIn("eerste@voorbeeld.example");
        jdbc.sql("update letter set body = '\\x0102'").update();
        handIn("tweede@voorbeeld.example");
        postman(true).round();
        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void twoPostmenAtOnceSendEachLetterOnce() {
        mail.start();
        for (int i = 0; i < 30; i++) {
            handIn("iemand" + i + "@voorbeeld.example");
        }
        Postman first = postman(true);
        Postman second = postman(false);
        CompletableFuture.allOf(CompletableFuture.runAsync(first::round), CompletableFuture.runAsync(second::round))
                .join();
        assertThat(mail.getReceivedMessages()).hasSize(30);
        assertThat(Stream.of(mail.getReceivedMessages()).map(PostmanTest::recipient))
                .doesNotHaveDuplicates();
    }

    private static String recipient(jakarta.mail.internet.MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
