package nl.meedoen.participants;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Measurements on the participation ladder (Participatieladder): six rungs, at fixed moments. */
@Service
@Transactional
public class Ladder {

    /** When it was measured. */
    public enum Moment {
        START,
        HALFWAY,
        END,
        FOLLOW_UP
    }

    /** One measurement. */
    public record Measurement(UUID id, Moment moment, int rung, LocalDate on, String by) {}

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Glances glances;
    private final Trail trail;
    private final Clock clock;

    Ladder(JdbcClient jdbc, Dossiers dossiers, Glances glances, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.glances = glances;
        this.trail = trail;
        this.clock = clock;
    }

    /** Records a measurement; the first one is the start, the last one is where the participant stands now. */
    public UUID measure(Actor actor, ParticipantId id, Moment moment, int rung, LocalDate on) {
        dossiers.reach(actor, id);
        if (on.isAfter(LocalDate.now(clock.withZone(Words.ZONE)))) {
            throw new RuleBroken("participants.day-in-future");
        }
        UUID measurement = Uuids.next();
        jdbc.sql("""
                        insert into ladder_measurement (id, participant_id, moment, rung, measured_on, measured_by)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        measurement,
                        id.value(),
                        moment.name(),
                        rung,
                        on,
                        actor.id().value())
                .update();
        List<Measurement> all = of(id);
        glances.rungs(id, all.get(0).rung(), all.get(all.size() - 1).rung());
        trail.dossier(actor, Trail.Action.CREATED, "ladder", measurement, id);
        return measurement;
    }

    /** The measurements of a participant whom the caller has reached, oldest first. */
    @Transactional(readOnly = true)
    public List<Measurement> of(ParticipantId id) {
        return jdbc.sql("""
                        select l.id, l.moment, l.rung, l.measured_on, a.name
                        from ladder_measurement l join account a on a.id = l.measured_by
                        where l.participant_id = ? order by l.measured_on, l.id
                        """)
                .param(id.value())
                .query((row, n) -> new Measurement(
                        row.getObject(1, UUID.class),
                        Moment.valueOf(row.getString(2)),
                        row.getInt(3),
                        row.getObject(4, LocalDate.class),
                        row.getString(5)))
                .list();
    }
}
