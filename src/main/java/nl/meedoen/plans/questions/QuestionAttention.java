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

    /** The first of each slice, and the answers to one's own: nothing here grows with the number of people. */
    private static final String ROWS = """
            select q.id, q.participant_id, g.name, q.turn, q.asked_as, m.author_role,
                (q.turn_since at time zone 'Europe/Amsterdam')::date since, m.body
            from (select w.* from %1$s cross join lateral (
                    select q.* from question q
                    where q.closed_at is null and q.turn = 'ASKED' and q.answerer = '%2$s' and %3$s
                    order by q.turn_since limit %6$d) w
                  union all
                  select q.* from question q where q.closed_at is null and q.turn = 'ASKER' and %4$s
                ) q join glance g on g.participant_id = q.participant_id
                cross join lateral (select author_role, body from question_message where question_id = q.id
                    order by written_at desc, id desc limit 1) m
            where %5$s
            order by q.turn, q.turn_since, q.id limit %6$d
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
        ParticipantScope.Slices slices = scope.slices(actor, "q", "participant_id");
        Party party = Party.of(actor.role());
        String waits = switch (party) {
            case COORDINATOR, COACH -> slices.sql();
            // who withdrew the sharing comes not among the first
            case CLIENT_MANAGER ->
                "q.municipality_code = own.slice and exists (select 1 from glance g where g.participant_id ="
                        + " q.participant_id and " + mine.sql() + ")";
        };
        String answered = party == Party.COACH
                ? "q.asked_as = 'COACH' and " + slices.sql()
                : "q.asked_as = '" + party + "' and q.asked_by = :account";
        return jdbc.sql(ROWS.formatted(
                        slices.from(),
                        party,
                        waits,
                        answered,
                        mine.sql() + " and " + OwnQuestions.condition(actor),
                        Attention.MOST))
                .params(mine.params())
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
