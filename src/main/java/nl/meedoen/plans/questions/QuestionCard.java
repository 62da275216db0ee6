package nl.meedoen.plans.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.participants.DossierCard;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The last questions on the first page of a dossier, with what was said last. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class QuestionCard implements DossierCard {

    private static final int SHOWN = 140;

    private static final String LAST = """
            select q.id, q.turn, q.closed_at is not null closed, f.body question, l.body last, l.author_role,
                (l.written_at at time zone 'Europe/Amsterdam')::date on_day, l.id <> f.id answered
            from question q
                cross join lateral (select id, body from question_message where question_id = q.id
                    order by written_at, id limit 1) f
                cross join lateral (select id, body, author_role, written_at from question_message
                    where question_id = q.id order by written_at desc, id desc limit 1) l
            where q.participant_id = :participant and %s order by q.closed_at is not null, l.written_at desc, q.id limit 3
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Texts texts;
    private final Words words;

    QuestionCard(JdbcClient jdbc, Vault vault, Texts texts, Words words) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.texts = texts;
        this.words = words;
    }

    @Override
    public Optional<Card> of(Actor actor, DossierFrame frame) {
        if (!actor.may(Permission.QUESTION_ANSWER)) {
            return Optional.empty();
        }
        String path = "/participants/" + frame.id() + "/questions";
        List<Line> lines = jdbc.sql(LAST.formatted(OwnQuestions.condition(actor)))
                .param("participant", frame.id().value())
                .param("own_municipalities", OwnQuestions.municipalities(actor))
                .query((row, n) -> line(row, path))
                .list();
        return Optional.of(new Card(
                10,
                "questions",
                "plans.questions",
                "plans.questions.none",
                lines,
                actor.may(Permission.QUESTION_ASK) && frame.open()
                        ? new Action(path + "/new", "chat", "plans.question.ask")
                        : null));
    }

    private Line line(ResultSet row, String path) throws SQLException {
        String from = texts.of("plans.question.from."
                + row.getString("author_role").toLowerCase(Locale.ROOT).replace('_', '-'));
        String day = words.date(row.getObject("on_day", LocalDate.class));
        String last = row.getBoolean("answered")
                ? texts.of("plans.question.last", from, day, open(row, "last"))
                : texts.of("plans.question.asked-on", from, day);
        QuestionStanding standing = QuestionStanding.of(row.getBoolean("closed"), row.getString("turn"));
        return new Line(
                open(row, "question"),
                last,
                path + "#q-" + row.getString("id"),
                new Badge(standing.tone(), standing.icon(), texts.of(standing)));
    }

    private String open(ResultSet row, String column) throws SQLException {
        return QuestionAttention.shortened(String.valueOf(vault.open(row.getBytes(column))), SHOWN);
    }
}
