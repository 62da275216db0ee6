package nl.meedoen.plans.dream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.brought.Bringing;
import nl.meedoen.participants.occupations.Occupation;
import nl.meedoen.participants.occupations.Occupations;
import nl.meedoen.plans.ActionPlans;
import nl.meedoen.plans.ActionSteps;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.plans.GoalId;
import nl.meedoen.plans.StepId;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.text.GoalText;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dream jobs and what came of them. An earlier dream stays when another one is chosen. Throws {@link NotFound} for whoever
 * does not reach the participant and {@link RuleBroken} when the enrolment takes no more changes.
 */
@Service
@Transactional
public class Dreams {

    private static final String DREAM = "plans.dream";

    private final Dossiers dossiers;
    private final Demands demands;
    private final Bringing bringing;
    private final Occupations occupations;
    private final ActionPlans plans;
    private final ActionSteps steps;
    private final GapWords words;
    private final Trail trail;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final Clock clock;

    Dreams(
            Dossiers dossiers,
            Demands demands,
            Bringing bringing,
            Occupations occupations,
            ActionPlans plans,
            ActionSteps steps,
            GapWords words,
            Trail trail,
            Vault vault,
            JdbcClient jdbc,
            Clock clock) {
        this.dossiers = dossiers;
        this.demands = demands;
        this.bringing = bringing;
        this.occupations = occupations;
        this.plans = plans;
        this.steps = steps;
        this.words = words;
        this.trail = trail;
        this.vault = vault;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Chooses an occupation to work towards. */
    public DreamId choose(Actor actor, ParticipantId participant, Occupation occupation) {
        begin(actor, participant);
        DreamId id = DreamId.next();
        jdbc.sql("""
                        insert into dream (id, participant_id, occupation, chosen_at, chosen_by) values (?, ?, ?, ?, ?)
                        """)
                .params(id.value(), participant.value(), occupation.code())
                .params(Timestamp.from(clock.instant()), actor.id().value())
                .update();
        trail.dossier(actor, Trail.Action.CREATED, DREAM, id.value(), participant);
        return id;
    }

    /**
     * Names work that is within reach now and leads there; null takes it away.
     *
     * @throws StaleVersion when somebody else changed it meanwhile
     */
    public void bridge(
            Actor actor,
            ParticipantId participant,
            DreamId id,
            long version,
            @Nullable Occupation bridge,
            @Nullable String reason) {
        begin(actor, participant);
        StaleVersion.check(find(participant, id).version(), version);
        jdbc.sql("""
                        update dream set bridge = :bridge, bridge_reason = :reason, version = version + 1
                        where id = :id and participant_id = :participant
                        """)
                .param("bridge", bridge == null ? null : bridge.code())
                .param("reason", vault.sealOptional(reason))
                .param("id", id.value())
                .param("participant", participant.value())
                .update();
        trail.dossier(actor, Trail.Action.CHANGED, DREAM, id.value(), participant);
    }

    /**
     * Makes a step of what is missing, in the goal of this dream; asked twice, the first step stands.
     *
     * @param code of the gap
     * @throws RuleBroken when it is no gap, or not any more
     */
    public String close(Actor actor, ParticipantId participant, DreamId id, String code) {
        begin(actor, participant);
        Dream dream = find(participant, id);
        List<String> made = jdbc.sql("select title from step where dream_id = ? and gap = ?")
                .params(id.value(), code)
                .query(String.class)
                .list();
        if (!made.isEmpty()) {
            return made.get(0);
        }
        Demand demand = demands.of(dream.occupation())
                .orElseThrow(() -> new RuleBroken("dream.no-gap"))
                .demand();
        Gap gap = Gap.between(demand, bringing.of(participant)).stream()
                .filter(one -> one.code().equals(code) && one.state() != Gap.State.MET)
                .findFirst()
                .orElseThrow(() -> new RuleBroken("dream.no-gap"));
        StepText text = new StepText(words.step(gap, demand), StepOwner.PARTICIPANT, null, null);
        StepId step = steps.addStep(actor, participant, goal(actor, participant, dream), text);
        jdbc.sql("update step set dream_id = ?, gap = ? where id = ?")
                .params(id.value(), code, step.value())
                .update();
        return text.title();
    }

    /** The open goal of this dream; made when there is none. */
    private GoalId goal(Actor actor, ParticipantId participant, Dream dream) {
        boolean open = dream.goal() != null
                && jdbc.sql("select state = 'OPEN' from goal where id = ?")
                        .param(dream.goal())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
        if (open) {
            return new GoalId(java.util.Objects.requireNonNull(dream.goal()));
        }
        String title = words.goal(
                occupations.find(dream.occupation()).map(Occupation::label).orElse(dream.occupation()));
        GoalId goal =
                plans.addGoal(actor, participant, new GoalText(GoalDomain.CAREER, title, null, null, null), List.of());
        jdbc.sql("update dream set goal_id = ? where id = ?")
                .params(goal.value(), dream.id().value())
                .update();
        return goal;
    }

    /** All dreams of a participant whom the caller has reached, the present one first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Dream> all(ParticipantId participant) {
        return jdbc.sql("select * from dream where participant_id = ? order by chosen_at desc, id desc")
                .param(participant.value())
                .query((row, n) -> dream(row))
                .list();
    }

    private Dream find(ParticipantId participant, DreamId id) {
        return jdbc.sql("select * from dream where id = ? and participant_id = ? for update")
                .params(id.value(), participant.value())
                .query((row, n) -> dream(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private Dream dream(ResultSet row) throws SQLException {
        return new Dream(
                new DreamId(row.getObject("id", UUID.class)),
                row.getString("occupation"),
                row.getObject("goal_id", UUID.class),
                row.getString("bridge"),
                vault.open(row.getBytes("bridge_reason")),
                row.getLong("version"));
    }

    private void begin(Actor actor, ParticipantId participant) {
        if (!dossiers.reach(actor, participant).open()) {
            throw new RuleBroken("plans.enrolment-closed");
        }
    }
}
