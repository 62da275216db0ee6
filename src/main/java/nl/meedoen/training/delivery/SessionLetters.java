package nl.meedoen.training.delivery;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import nl.meedoen.access.Actor;
import nl.meedoen.post.Post;
import nl.meedoen.training.delivery.domain.Session;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a group's trainers by mail what changed, each in the own language; not the one who changed it. */
@Component
public class SessionLetters {

    private record Reader(String email, String name, String language, String cohort) {}

    private final JdbcClient jdbc;
    private final Post post;
    private final MessageSource messages;
    private final String address;

    SessionLetters(JdbcClient jdbc, Post post, MessageSource messages, @Value("${meedoen.address:}") String address) {
        this.jdbc = jdbc;
        this.post = post;
        this.messages = messages;
        this.address = address.replaceAll("/+$", "");
    }

    /** It is at another time or place than before. */
    public void moved(Actor actor, Session session, Session.Slot before) {
        send("moved", actor, session, before);
    }

    /** It does not take place. */
    public void cancelled(Actor actor, Session session) {
        send("cancelled", actor, session, session.slot());
    }

    /** It takes place after all. */
    public void reinstated(Actor actor, Session session) {
        send("reinstated", actor, session, session.slot());
    }

    /** There is one more. */
    public void added(Actor actor, Session session) {
        send("added", actor, session, session.slot());
    }

    private void send(String kind, Actor actor, Session session, Session.Slot before) {
        List<Reader> readers = jdbc.sql("""
                        select a.email, a.name, a.language, c.name
                        from cohort c join cohort_trainer t on t.cohort_id = c.id join account a on a.id = t.account_id
                        where c.id = ? and a.id <> ? and a.status = 'ACTIVE'
                        """)
                .params(session.cohort().value(), actor.id().value())
                .query((row, n) -> new Reader(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
        for (Reader reader : readers) {
            Locale language = Locale.forLanguageTag(reader.language());
            Object[] words = {
                reader.name(),
                reader.cohort(),
                String.valueOf(session.number()),
                session.title(),
                when(before, language),
                when(session.slot(), language),
                session.slot().place(),
                String.valueOf(session.reason()),
                actor.name(),
                address + "/sessions/" + session.id()
            };
            post.send(
                    reader.email(),
                    messages.getMessage("training.letter." + kind + ".subject", words, language),
                    messages.getMessage("training.letter." + kind + ".text", words, language));
        }
    }

    private String when(Session.Slot slot, Locale language) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", language).format(slot.on()) + ", "
                + hour(slot.startsAt(), language);
    }

    private String hour(LocalTime time, Locale language) {
        return messages.getMessage(
                "webkit.time",
                new Object[] {String.valueOf(time.getHour()), "%02d".formatted(time.getMinute())},
                language);
    }
}
