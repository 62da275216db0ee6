package nl.meedoen.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The line for a coach. Whoever was moved up with a reason stands at its head, the first one moved first; then whoever
 * waits longest, counted from the day of registration, and on the same day the lowest number.
 */
@Service
@Transactional
public class WaitingList {

    /** More than this many before all others is no order any more. */
    static final int MOST_MOVED_UP = 50;

    private static final String WAITS = " and g.coach_id is null and g.status in ('REGISTERED', 'INTAKE')";

    /** Somebody in the line; {@code reason} of who was moved up. */
    public record Waiting(
            ParticipantId id,
            String number,
            String name,
            @Nullable String language,
            LocalDate registeredOn,
            boolean intakeHeld,
            @Nullable String reason) {}

    /** Where a page of the line begins: after this one. */
    public record After(LocalDate registeredOn, String number) {}

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final ParticipantScope scope;
    private final Trail trail;
    private final Vault vault;
    private final Clock clock;

    WaitingList(JdbcClient jdbc, Dossiers dossiers, ParticipantScope scope, Trail trail, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.scope = scope;
        this.trail = trail;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * The line, in its order.
     *
     * @param after null for its head
     * @param most how many of those who were not moved up
     */
    public List<Waiting> of(Actor actor, @Nullable After after, int most) {
        trail.note(actor, Trail.Action.LISTED, "enrolment.waiting-list", null);
        List<Waiting> line = new ArrayList<>();
        if (after == null) {
            line.addAll(movedUp(actor));
        }
        ParticipantScope.Slices mine = scope.slices(actor, "g", "participant_id");
        var statement = jdbc.sql("""
                        select x.* from %1$s cross join lateral (
                            select g.participant_id, g.number, g.name, g.language, g.registered_on, g.intake_on,
                                cast(null as bytea) reason
                            from glance g where %2$s and not exists (
                                select 1 from waiting_priority w where w.participant_id = g.participant_id) %3$s
                            order by g.registered_on, g.number limit :most) x
                        order by x.registered_on, x.number limit :most
                        """.formatted(
                                mine.from(),
                                mine.sql() + WAITS,
                                after == null ? "" : "and (g.registered_on, g.number) > (:day, :number)"))
                .params(mine.params())
                .param("most", most);
        if (after != null) {
            statement = statement.param("day", after.registeredOn()).param("number", after.number());
        }
        line.addAll(statement.query((row, n) -> waiting(row)).list());
        return line;
    }

    private List<Waiting> movedUp(Actor actor) {
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        return jdbc.sql("""
                        select g.participant_id, g.number, g.name, g.language, g.registered_on, g.intake_on, w.reason
                        from waiting_priority w join glance g on g.participant_id = w.participant_id
                        where %s order by w.moved_at, g.number limit :most
                        """.formatted(mine.sql() + WAITS))
                .params(mine.params())
                .param("most", MOST_MOVED_UP)
                .query((row, n) -> waiting(row))
                .list();
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                new ParticipantId(row.getObject("participant_id", java.util.UUID.class)),
                row.getString("number"),
                row.getString("name"),
                row.getString("language"),
                row.getObject("registered_on", LocalDate.class),
                row.getObject("intake_on", LocalDate.class) != null,
                vault.open(row.getBytes("reason")));
    }

    /** Whether somebody whom the caller has reached stands in the line. */
    @Transactional(readOnly = true)
    public boolean waits(ParticipantId id) {
        return jdbc.sql("select exists (select 1 from glance g where g.participant_id = ?" + WAITS + ")")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** Puts somebody at the head of the line, after who was moved up before, with the reason. */
    public void moveUp(Actor actor, ParticipantId id, String reason) {
        dossiers.reach(actor, id);
        if (reason.isBlank()) {
            throw new RuleBroken("participants.reason-needed");
        }
        if (!waits(id)) {
            throw new RuleBroken("enrolment.waits-not");
        }
        jdbc.sql("""
                        insert into waiting_priority (participant_id, moved_at, moved_by, reason) values (?, ?, ?, ?)
                        on conflict (participant_id) do update set reason = excluded.reason, moved_by = excluded.moved_by
                        """)
                .params(id.value(), Timestamp.from(clock.instant()), actor.id().value(), vault.seal(reason.strip()))
                .update();
        trail.dossier(actor, Trail.Action.CHANGED, "enrolment.moved-up", null, id);
    }

    /** Puts somebody back where the days say. */
    public void moveBack(Actor actor, ParticipantId id) {
        dossiers.reach(actor, id);
        if (jdbc.sql("delete from waiting_priority where participant_id = ?")
                        .param(id.value())
                        .update()
                == 0) {
            throw new NotFound();
        }
        trail.dossier(actor, Trail.Action.UNDONE, "enrolment.moved-up", null, id);
    }
}
