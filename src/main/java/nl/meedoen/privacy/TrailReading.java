package nl.meedoen.privacy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The lines of the trail about one person, for whoever may read that person's log. */
@Component
public class TrailReading {

    /** Which lines. */
    public enum Kind {
        ALL,
        LOOKED,
        CHANGED;

        private List<String> actions() {
            return Arrays.stream(Trail.Action.values())
                    .filter(action -> this == ALL || (this == CHANGED) == action.changes())
                    .map(Enum::name)
                    .toList();
        }
    }

    /**
     * A line.
     *
     * @param account whose sign-in did it; null where nobody was signed in
     * @param who the name of that account
     * @param role the name of the role in which it was done; null where there was none
     * @param behalf the name of the person for whom it was done, where that is somebody else
     */
    public record Line(
            long id,
            Instant at,
            @Nullable UUID account,
            @Nullable String who,
            @Nullable String role,
            @Nullable String behalf,
            Trail.Action action,
            String subject) {}

    private final JdbcClient jdbc;

    TrailReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lines about a person whom the caller has reached, newest first.
     *
     * @param dossiers the person's dossier and those that became part of it
     * @param before only lines older than this one; null from the newest
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Line> of(List<ParticipantId> dossiers, Kind kind, @Nullable Long before, int most) {
        return jdbc.sql("""
                        select t.id, t.at, t.actor_id, a.name, t.role, b.name, t.action, t.subject from trail t
                            left join account a on a.id = t.actor_id
                            left join account b on b.id = t.acting_for
                        where t.participant_id = any(:ids) and t.action = any(:actions) and t.id < :before
                        order by t.id desc limit :most
                        """)
                .param("ids", dossiers.stream().map(ParticipantId::value).toArray(UUID[]::new))
                .param("actions", kind.actions().toArray(String[]::new))
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("most", most)
                .query((row, n) -> new Line(
                        row.getLong(1),
                        row.getTimestamp(2).toInstant(),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        Trail.Action.valueOf(row.getString(7)),
                        row.getString(8)))
                .list();
    }
}
