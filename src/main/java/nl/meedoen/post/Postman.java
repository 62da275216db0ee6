package nl.meedoen.post;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import nl.meedoen.privacy.Vault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what was handed in: each letter by one instance, tried again later when the mail server does not take it.
 * Without a mail server the letter is written to {@code data/mail} and to the log.
 */
@Component
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final int MOST_TRIES = 12;

    private record Letter(
            UUID id,
            String to,
            String subject,
            byte @Nullable [] body,
            byte @Nullable [] stop,
            int tries,
            boolean stale) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ObjectProvider<JavaMailSender> server;
    private final Vault vault;
    private final Clock clock;
    private final String from;
    private final MailFolder folder;

    Postman(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ObjectProvider<JavaMailSender> server,
            Vault vault,
            Clock clock,
            MailFolder folder,
            @Value("${meedoen.mail.from:meedoen@localhost}") String from) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.server = server;
        this.vault = vault;
        this.clock = clock;
        this.from = from;
        this.folder = folder;
    }

    @Scheduled(fixedDelayString = "${meedoen.mail.every:2s}")
    void round() {
        while (Boolean.TRUE.equals(transactions.execute(tx -> deliverOne()))) {
            // until nothing waits
        }
    }

    /** The row stays locked while its letter is sent, so that another instance passes it by. */
    private boolean deliverOne() {
        Timestamp now = Timestamp.from(clock.instant());
        Optional<Letter> waiting = jdbc.sql("""
                        select id, recipient, subject, body, unsubscribe, tries, coalesce(good_until < ?, false) from letter
                        where sent_at is null and given_up_at is null and next_try_at <= ?
                        order by next_try_at limit 1 for update skip locked
                        """)
                .params(now, now)
                .query((row, n) -> new Letter(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getBytes(4),
                        row.getBytes(5),
                        row.getInt(6),
                        row.getBoolean(7)))
                .optional();
        if (waiting.isEmpty()) {
            return false;
        }
        Letter letter = waiting.get();
        if (letter.stale()) {
            jdbc.sql("update letter set given_up_at = ?, body = null, unsubscribe = null where id = ?")
                    .params(now, letter.id())
                    .update();
            return true;
        }
        try {
            deliver(letter);
            jdbc.sql("update letter set sent_at = ?, body = null, unsubscribe = null where id = ?")
                    .params(now, letter.id())
                    .update();
        } catch (MailException | MessagingException | IOException | IllegalStateException e) {
            // a letter that cannot even be opened must not keep the others waiting
            int tries = letter.tries() + 1;
            log.warn("Letter {} was not taken (try {}): {}", letter.id(), tries, e.getMessage());
            Duration pause = Duration.ofSeconds(Math.min(3600, 5L << Math.min(tries, 10)));
            jdbc.sql("update letter set tries = ?, next_try_at = ?, given_up_at = ? where id = ?")
                    .param(tries)
                    .param(Timestamp.from(clock.instant().plus(pause)))
                    .param(tries >= MOST_TRIES ? now : null)
                    .param(letter.id())
                    .update();
        }
        return true;
    }

    private void deliver(Letter letter) throws MessagingException, IOException {
        String text = String.valueOf(vault.open(letter.body()));
        JavaMailSender sender = server.getIfAvailable();
        MimeMessage message =
                sender == null ? new MimeMessage(Session.getInstance(new Properties())) : sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, "UTF-8");
        helper.setFrom(from);
        helper.setTo(letter.to());
        helper.setSubject(letter.subject());
        helper.setText(text);
        String stop = vault.open(letter.stop());
        if (stop != null) {
            // RFC 8058: a mail program offers one press that posts to this address
            message.setHeader("List-Unsubscribe", "<" + stop + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        if (sender != null) {
            sender.send(message);
            return;
        }
        Path file = folder.write(letter.id(), message);
        log.info("No mail server is set (spring.mail.host). The letter to {} is in {}:\n{}", letter.to(), file, text);
    }
}
