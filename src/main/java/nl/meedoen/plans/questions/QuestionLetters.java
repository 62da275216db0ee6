package nl.meedoen.plans.questions;

import java.util.List;
import java.util.Locale;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.post.Post;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells by mail that there is a question or an answer, each reader in the own language, and not the one who wrote it. A
 * letter holds the participant's first name and a link, and nothing of what was said.
 */
@Component
class QuestionLetters {

    private static final String COACH = """
            select a.email, a.name, a.language from glance g join account a on a.id = g.coach_id
            where g.participant_id = :participant and a.status = 'ACTIVE' and a.id <> :author
            """;

    private static final String COORDINATORS = """
            select a.email, a.name, a.language from glance g
                join account_location l on l.location_id = g.location_id
                join account_role r on r.account_id = l.account_id and r.role = 'COORDINATOR'
                join account a on a.id = l.account_id
            where g.participant_id = :participant and a.status = 'ACTIVE' and a.id <> :author
            """;

    private static final String CLIENT_MANAGERS = """
            select a.email, a.name, a.language from glance g
                join question q on q.id = :question and q.municipality_code = g.municipality_code
                join account_role r on r.role = 'CLIENT_MANAGER'
                join account a on a.id = r.account_id
                    and g.municipality_code = any (municipalities_of(a.id, app_today()))
            where g.participant_id = :participant and a.status = 'ACTIVE' and a.id <> :author
            """;

    /** Who asked reads the answer, as long as they still reach the participant in that capacity. */
    private static final String AND_ONLY = " and a.id = :only";

    private record Reader(String email, String name, String language) {}

    private final JdbcClient jdbc;
    private final Post post;
    private final MessageSource messages;
    private final String address;

    QuestionLetters(JdbcClient jdbc, Post post, MessageSource messages, @Value("${meedoen.address:}") String address) {
        this.jdbc = jdbc;
        this.post = post;
        this.messages = messages;
        this.address = address.replaceAll("/+$", "");
    }

    /** There is a question for the party that was asked. */
    void asked(Actor author, Question question) {
        send("asked", question, readers(question.askedOf(), question, author, null));
    }

    /** Something was said: the side whose turn it is should read it. */
    void answered(Actor author, Question question) {
        boolean toAsker = question.turn() == Question.Turn.ASKER;
        Party party = toAsker ? question.askedAs() : question.askedOf();
        AccountId only = toAsker && party != Party.COACH ? question.askedBy() : null;
        send("answered", question, readers(party, question, author, only));
    }

    private List<Reader> readers(
            Party party, Question question, Actor author, @org.jspecify.annotations.Nullable AccountId only) {
        String who = switch (party) {
            case COACH -> COACH;
            case COORDINATOR -> COORDINATORS;
            case CLIENT_MANAGER -> CLIENT_MANAGERS;
        };
        JdbcClient.StatementSpec query = jdbc.sql(only == null ? who : who + AND_ONLY)
                .param("participant", question.participant().value())
                .param("question", question.id().value())
                .param("author", author.id().value());
        if (only != null) {
            query = query.param("only", only.value());
        }
        return query.query((row, n) -> new Reader(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private void send(String kind, Question question, List<Reader> readers) {
        if (readers.isEmpty()) {
            return;
        }
        String given = jdbc.sql("""
                        select coalesce(p.preferred_name, split_part(p.given_names, ' ', 1), split_part(g.name, ' ', 1))
                        from participant p join glance g on g.participant_id = p.id where p.id = ?
                        """)
                .param(question.participant().value())
                .query(String.class)
                .single();
        String link = address + "/participants/" + question.participant() + "/questions#q-" + question.id();
        for (Reader reader : readers) {
            Locale language = Locale.forLanguageTag(reader.language());
            Object[] words = {reader.name(), given, link};
            post.send(
                    reader.email(),
                    messages.getMessage("plans.letter." + kind + ".subject", words, language),
                    messages.getMessage("plans.letter." + kind + ".text", words, language));
        }
    }
}
