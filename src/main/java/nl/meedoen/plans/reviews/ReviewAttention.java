package nl.meedoen.plans.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.desk.Attention;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reviews that are due within a week: the coach holds them. A coordinator sees those of nobody's, and those that are a
 * week late.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class ReviewAttention implements Attention.Source {

    private static final int DAYS = 7;

    /** The first of each slice out of an index: nothing here grows with the number of people. */
    private static final String ROWS = """
            select r.id, r.participant_id, m.name, r.kind, r.due_on
            from (select g.* from %1$s cross join lateral (
                    select g.participant_id, g.name, g.status, g.next_review_on from glance g
                    where %2$s and g.status in ('REGISTERED', 'INTAKE', 'ACTIVE') and g.next_review_on <= :soon
                        and (:coach or g.coach_id is null or g.next_review_on < :late)
                    order by g.next_review_on limit %3$d) g
                  order by g.next_review_on limit %3$d) m
                join review r on r.participant_id = m.participant_id and r.state = 'PLANNED' and r.due_on <= :soon
                join enrolment e on e.id = r.enrolment_id and e.status = m.status
            order by r.due_on, r.id limit %3$d
            """;

    private final ParticipantScope scope;
    private final JdbcClient jdbc;
    private final Texts texts;
    private final Words words;

    ReviewAttention(ParticipantScope scope, JdbcClient jdbc, Texts texts, Words words) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.texts = texts;
        this.words = words;
    }

    @Override
    public List<Attention> of(Actor actor) {
        if (!actor.may(Permission.PLAN_EDIT)) {
            return List.of();
        }
        ParticipantScope.Slices mine = scope.slices(actor, "g", "participant_id");
        LocalDate today = words.today();
        return jdbc.sql(ROWS.formatted(mine.from(), mine.sql(), Attention.MOST))
                .params(mine.params())
                .param("soon", today.plusDays(DAYS))
                .param("late", today.minusDays(DAYS))
                .param("coach", actor.role() == Role.COACH)
                .query((row, n) -> attention(row))
                .list();
    }

    private Attention attention(ResultSet row) throws SQLException {
        return new Attention(
                "plans.attention.review",
                "wait",
                "list",
                row.getString("name"),
                texts.of(ReviewKind.valueOf(row.getString("kind"))),
                "/participants/" + row.getString("participant_id") + "/reviews/" + row.getString("id"),
                row.getObject("due_on", LocalDate.class));
    }
}
