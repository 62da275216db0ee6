package nl.meedoen.plans.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.desk.Attention;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions that wait for the reader's answer, and answers to what the reader asked. Where a coach was asked and there
 * is none any more, the coordinators answer.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class QuestionAttention implements Attention.Source {

    private static final int SHOWN = 90;

    private static final String ROWS = """
            select q.id, q.participant_id, g.name, q.turn, q.asked_as, m.author_role,
                (q.turn_since at time zone 'Europe/Amsterdam')::date since, m.body
            from question q join glance g on g.participant_id = q.participant_id
                cross join lateral (select author_role, body from question_message where question_id = q.id
                    order by written_at desc, id desc limit 1) m
            where q.closed_at is null and %s and %s
                and (q.turn = 'ASKED' and (q.asked_of = :party
                        or :party = 'COORDINATOR' and q.asked_of = 'COACH' and g.coach_id is null)
                    or q.turn = 'ASKER' and q.asked_as = :party and (q.asked_by = :account or :party = 'COACH'))
            order by q.turn, q.turn_since, q.id limit 50
            """;

    private final ParticipantScope scope;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Texts texts;

    QuestionAttention(ParticipantScope scope, JdbcClient jdbc, Vault vault, Texts texts) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.vault = vault;
        this.texts = texts;
    }

    @Override
    public List<Attention> of(Actor actor) {
        if (!actor.may(Permission.QUESTION_ANSWER)) {
            return List.of();
        }
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        return jdbc.sql(ROWS.formatted(mine.sql(), OwnQuestions.condition(actor)))
                .params(mine.params())
                .param("party", Party.of(actor.role()).name())
                .param("account", actor.id().value())
                .param("own_municipalities", OwnQuestions.municipalities(actor))
                .query((row, n) -> attention(row))
                .list();
    }

    private Attention attention(ResultSet row) throws SQLException {
        String path = "/participants/" + row.getString("participant_id") + "/questions#q-" + row.getString("id");
        String from = texts.of("plans.question.from."
                + row.getString("author_role").toLowerCase(Locale.ROOT).replace('_', '-'));
        String text = from + ": " + shortened(String.valueOf(vault.open(row.getBytes("body"))), SHOWN);
        LocalDate since = row.getObject("since", LocalDate.class);
        return "ASKED".equals(row.getString("turn"))
                ? new Attention(
                        "plans.attention.question",
                        "wait",
                        "chat",
                        row.getString("name"),
                        text,
                        path,
                        since.plusDays(Questions.ANSWER_DAYS))
                : new Attention("plans.attention.answer", "busy", "mail", row.getString("name"), text, path, null);
    }

    /** The beginning of a text on one line; cut between words. */
    static String shortened(String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= most) {
            return line;
        }
        int space = line.lastIndexOf(' ', most);
        return line.substring(0, space < most / 2 ? most : space) + " …";
    }
}
