package nl.meedoen.participants.registration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.Glances;
import nl.meedoen.participants.domain.Enrolment;
import nl.meedoen.participants.domain.EnrolmentRepository;
import nl.meedoen.participants.domain.ParticipantRepository;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a step with an enrolment: the lists, the history of states and the rooms above follow it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EnrolmentSteps {

    private final EnrolmentRepository enrolments;
    private final ParticipantRepository participants;
    private final Dossiers dossiers;
    private final Glances glances;
    private final Trail trail;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    EnrolmentSteps(
            EnrolmentRepository enrolments,
            ParticipantRepository participants,
            Dossiers dossiers,
            Glances glances,
            Trail trail,
            Vault vault,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.enrolments = enrolments;
        this.participants = participants;
        this.dossiers = dossiers;
        this.glances = glances;
        this.trail = trail;
        this.vault = vault;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The run that is open, or else the last one, of somebody whom the actor reaches. */
    Enrolment load(Actor actor, ParticipantId id) {
        dossiers.reach(actor, id);
        return enrolments.latest(id.value()).orElseThrow(NotFound::new);
    }

    /** Another state; nothing happens where the change leads to the same. */
    void take(Actor actor, ParticipantId id, LocalDate on, @Nullable String reason, Consumer<Enrolment> change) {
        Enrolment enrolment = load(actor, id);
        EnrolmentStatus before = enrolment.status();
        change.accept(enrolment);
        if (enrolment.status() == before) {
            return;
        }
        keep(id, enrolment);
        changed(actor, id, enrolment, before, on, reason);
        trail.dossier(actor, Trail.Action.CHANGED, "enrolment", enrolment.id(), id);
        events.publishEvent(new EnrolmentMoved(id, enrolment.id(), before, enrolment.status(), on));
    }

    /** Writes it, and what the lists show of it. */
    void keep(ParticipantId id, Enrolment enrolment) {
        enrolments.save(enrolment);
        // statements of JDBC do not make Hibernate write first
        participants.flush();
        jdbc.sql("""
                        update glance set status = :status, intake_on = :intake, ended_on = :ended
                        where participant_id = :id
                        """)
                .param("status", enrolment.status().name())
                .param("intake", enrolment.intakeOn())
                .param("ended", enrolment.endedOn())
                .param("id", id.value())
                .update();
        glances.settle(id);
    }

    /** A line in the history of states; a correction leads from a state to the same one. */
    void changed(
            Actor actor,
            ParticipantId id,
            Enrolment enrolment,
            @Nullable EnrolmentStatus before,
            LocalDate on,
            @Nullable String reason) {
        jdbc.sql("""
                        insert into enrolment_change (id, enrolment_id, participant_id, from_status, to_status, changed_on,
                            changed_by, changed_at, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Uuids.next())
                .param(enrolment.id())
                .param(id.value())
                .param(before == null ? null : before.name())
                .param(enrolment.status().name())
                .param(on)
                .param(actor.id().value())
                .param(Timestamp.from(clock.instant()))
                .param(vault.sealOptional(reason))
                .update();
    }
}
