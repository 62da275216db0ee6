package nl.meedoen.plans.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Introductions: asked, made, and what came of them. Throws {@link NotFound} for whoever does not reach the participant and
 * {@link RuleBroken} when the enrolment takes no more changes.
 */
@Service
@Transactional
public class Introductions {

    private static final String SUBJECT = "plans.introduction";

    private static final String ROWS = """
            select i.*, b.name by_name, o.name of_name from introduction i join account b on b.id = i.asked_by
                left join account o on o.id = i.asked_of
            """;

    /**
     * What is asked.
     *
     * @param wanted without a name where a volunteer is asked who does not know the participant
     */
    public record Request(Via via, String whom, @Nullable String wanted, LocalDate on) {}

    private final Dossiers dossiers;
    private final Trail trail;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final Clock clock;

    Introductions(Dossiers dossiers, Trail trail, Vault vault, JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.trail = trail;
        this.vault = vault;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes down that somebody was asked; {@code of} is the volunteer who answers, or null. */
    public IntroductionId ask(Actor actor, ParticipantId participant, Request request, @Nullable AccountId of) {
        if (!dossiers.reach(actor, participant).open()) {
            throw new RuleBroken("plans.enrolment-closed");
        }
        if (request.on().isAfter(today())) {
            throw new RuleBroken("network.day-in-future");
        }
        IntroductionId id = IntroductionId.next();
        jdbc.sql("""
                        insert into introduction (id, participant_id, via, whom, wanted, asked_on, asked_by, asked_of, state)
                        values (:id, :participant, :via, :whom, :wanted, :on, :by, :of, 'ASKED')
                        """)
                .param("id", id.value())
                .param("participant", participant.value())
                .param("via", request.via().name())
                .param("whom", vault.seal(request.whom()))
                .param("wanted", vault.sealOptional(request.wanted()))
                .param("on", request.on())
                .param("by", actor.id().value())
                .param("of", of == null ? null : of.value(), Types.OTHER)
                .update();
        trail.dossier(actor, Trail.Action.CREATED, SUBJECT, id.value(), participant);
        return id;
    }

    /**
     * Writes down how far it is; a step back is a correction.
     *
     * @throws StaleVersion when somebody else did so meanwhile
     */
    public void proceed(
            Actor actor, ParticipantId participant, IntroductionId id, long version, Introduction.Progress is) {
        dossiers.reach(actor, participant);
        Introduction now = find(participant, id);
        StaleVersion.check(now.version(), version);
        write(id, is);
        trail.dossier(actor, Trail.Action.CHANGED, SUBJECT, id.value(), participant);
    }

    /** The answer of the volunteer who was asked; whose introduction it is they do not see. */
    public void answer(Actor actor, IntroductionId id, boolean made, @Nullable String note) {
        Introduction asked = asked(actor).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        String before = asked.progress().note();
        write(
                id,
                new Introduction.Progress(
                        made ? IntroductionState.MADE : IntroductionState.DECLINED,
                        today(),
                        null,
                        note == null ? before : note));
        trail.note(actor, Trail.Action.CHANGED, SUBJECT, id.value());
    }

    private void write(IntroductionId id, Introduction.Progress is) {
        LocalDate on = is.on();
        if (on != null && on.isAfter(today())) {
            throw new RuleBroken("network.day-in-future");
        }
        jdbc.sql("""
                        update introduction set state = :state, decided_on = :on, outcome = :outcome, note = :note,
                            version = version + 1
                        where id = :id
                        """)
                .param("id", id.value())
                .param("state", is.state().name())
                .param("on", on, Types.DATE)
                .param("outcome", is.outcome() == null ? null : is.outcome().name())
                .param("note", vault.sealOptional(is.note()))
                .update();
    }

    /** All of a participant whom the caller has reached, the last one first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Introduction> of(ParticipantId participant) {
        return jdbc.sql(ROWS + "where i.participant_id = ? order by i.asked_on desc, i.id desc")
                .param(participant.value())
                .query((row, n) -> introduction(row))
                .list();
    }

    /** One of a participant whom the caller has reached. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Introduction find(ParticipantId participant, IntroductionId id) {
        return jdbc.sql(ROWS + "where i.id = ? and i.participant_id = ? for update of i")
                .params(id.value(), participant.value())
                .query((row, n) -> introduction(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** What the actor is asked and has not answered, the oldest first. */
    @Transactional(readOnly = true)
    public List<Introduction> asked(Actor actor) {
        return jdbc.sql(ROWS + "where i.asked_of = ? and i.state = 'ASKED' order by i.asked_on, i.id")
                .param(actor.id().value())
                .query((row, n) -> introduction(row))
                .list();
    }

    private Introduction introduction(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new Introduction(
                new IntroductionId(row.getObject("id", UUID.class)),
                Via.valueOf(row.getString("via")),
                String.valueOf(vault.open(row.getBytes("whom"))),
                vault.open(row.getBytes("wanted")),
                row.getObject("asked_on", LocalDate.class),
                row.getString("by_name"),
                row.getString("of_name"),
                new Introduction.Progress(
                        IntroductionState.valueOf(row.getString("state")),
                        row.getObject("decided_on", LocalDate.class),
                        outcome == null ? null : IntroductionOutcome.valueOf(outcome),
                        vault.open(row.getBytes("note"))),
                row.getLong("version"));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Words.ZONE));
    }
}
