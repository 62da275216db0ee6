package nl.meedoen.participants.emergency;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.post.Post;
import nl.meedoen.webkit.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the coordinators of a location that a dossier of theirs was opened; the reason stands behind the sign-in. */
@Component
class EmergencyLetters {

    private static final String COORDINATORS = """
            select a.email, a.name, a.language from account_location l
                join account_role r on r.account_id = l.account_id and r.role = 'COORDINATOR'
                join account a on a.id = l.account_id
            where l.location_id = ? and a.status = 'ACTIVE'
            """;

    private record Reader(String email, String name, String language) {}

    private final JdbcClient jdbc;
    private final Post post;
    private final MessageSource messages;
    private final String address;

    EmergencyLetters(JdbcClient jdbc, Post post, MessageSource messages, @Value("${meedoen.address:}") String address) {
        this.jdbc = jdbc;
        this.post = post;
        this.messages = messages;
        this.address = address.replaceAll("/+$", "");
    }

    void opened(Actor actor, UUID location, String number, Instant until) {
        for (Reader reader : jdbc.sql(COORDINATORS)
                .param(location)
                .query((row, n) -> new Reader(row.getString(1), row.getString(2), row.getString(3)))
                .list()) {
            Locale language = Locale.forLanguageTag(reader.language());
            Object[] words = {
                reader.name(),
                actor.name(),
                number,
                DateTimeFormatter.ofPattern("HH:mm").format(until.atZone(Words.ZONE)),
                address + "/emergency"
            };
            post.send(
                    reader.email(),
                    messages.getMessage("emergency.letter.subject", words, language),
                    messages.getMessage("emergency.letter.text", words, language));
        }
    }
}
