package nl.meedoen.plans.outline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.LearningRoute;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.plans.ActionPlans;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.plans.GoalState;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.text.GoalText;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fills a plan from an outline, with days counted from today, or from the plan of an earlier enrolment. Throws
 * {@link NotFound} for whoever does not reach the participant.
 */
@Service
@Transactional
class Proposals {

    private static final String EARLIER = """
            select p.id, e.registered_on, e.ended_on, count(g.id) goals from plan p
                join enrolment e on e.id = p.enrolment_id left join goal g on g.plan_id = p.id
            where p.participant_id = :participant and p.enrolment_id <> (
                select c.id from enrolment c where c.participant_id = :participant
                order by c.status in ('REGISTERED', 'INTAKE', 'ACTIVE') desc, c.registered_on desc, c.id desc limit 1)
            group by p.id, e.id order by e.registered_on desc, p.id
            """;

    private final Dossiers dossiers;
    private final Outlines outlines;
    private final ActionPlans plans;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final Words words;

    Proposals(Dossiers dossiers, Outlines outlines, ActionPlans plans, Vault vault, JdbcClient jdbc, Words words) {
        this.dossiers = dossiers;
        this.outlines = outlines;
        this.plans = plans;
        this.vault = vault;
        this.jdbc = jdbc;
        this.words = words;
    }

    /** The plan of an earlier enrolment. */
    record Earlier(UUID plan, LocalDate from, @Nullable LocalDate until, int goals) {}

    /** What a plan can begin from: the outlines of the participant's own route stand first. */
    record Offer(String name, @Nullable LearningRoute route, List<Outline> outlines, List<Earlier> earlier) {}

    private record Place(LocationId location, @Nullable LearningRoute route) {}

    @Transactional(readOnly = true)
    public Offer offer(Actor actor, ParticipantId participant) {
        String name = reach(actor, participant);
        Place place = place(participant);
        List<Outline> all = new ArrayList<>(outlines.offered(place.location()));
        // sorting keeps the order among equals
        all.sort(java.util.Comparator.comparing(
                outline -> outline.route() == null ? 1 : outline.route() == place.route() ? 0 : 2));
        return new Offer(name, place.route(), all, earlier(participant));
    }

    /** The goals of an outline, as they would be when the plan begins today. */
    @Transactional(readOnly = true)
    public Proposal from(Actor actor, ParticipantId participant, OutlineId id) {
        reach(actor, participant);
        Outline outline = outlines.offered(place(participant).location(), id);
        LocalDate today = words.today();
        List<Proposal.Goal> goals = new ArrayList<>();
        for (OutlineGoal goal : outline.goals()) {
            goals.add(new Proposal.Goal(
                    Integer.toString(goals.size()),
                    new GoalText(goal.domain(), goal.title(), goal.why(), goal.measure(), after(today, goal.weeks())),
                    goal.steps().stream()
                            .map(step -> new StepText(step.title(), step.owner(), after(today, step.weeks()), null))
                            .toList(),
                    true));
        }
        return new Proposal(outline.name(), Long.toString(outline.version()), goals);
    }

    /** The goals of an earlier plan with the steps that were not done; what was reached is not chosen by itself. */
    @Transactional(readOnly = true)
    public Proposal from(Actor actor, ParticipantId participant, UUID plan) {
        reach(actor, participant);
        if (earlier(participant).stream().noneMatch(one -> one.plan().equals(plan))) {
            throw new NotFound();
        }
        Map<UUID, List<StepText>> steps = new LinkedHashMap<>();
        jdbc.sql("""
                        select s.goal_id, s.title, s.owner from step s join goal g on g.id = s.goal_id
                        where g.plan_id = ? and s.status <> 'DONE' order by s.goal_id, s.position, s.id
                        """).param(plan).query(row -> {
            steps.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                    .add(new StepText(row.getString(2), StepOwner.valueOf(row.getString(3)), null, null));
        });
        List<Proposal.Goal> goals = jdbc.sql("""
                        select id, domain, title, why, measure, state from goal
                        where plan_id = ? and state <> 'ADJUSTED'
                        order by case domain when 'PERSONAL' then 1 when 'CAREER' then 2 else 3 end, position, id
                        """)
                .param(plan)
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Proposal.Goal(
                            id.toString(),
                            new GoalText(
                                    GoalDomain.valueOf(row.getString("domain")),
                                    row.getString("title"),
                                    vault.open(row.getBytes("why")),
                                    vault.open(row.getBytes("measure")),
                                    null),
                            steps.getOrDefault(id, List.of()),
                            GoalState.valueOf(row.getString("state")) == GoalState.OPEN);
                })
                .list();
        return new Proposal(null, "0", goals);
    }

    /**
     * Takes the chosen goals over into the plan of today.
     *
     * @param mark of what the reader saw
     * @return how many goals the plan has more
     * @throws StaleVersion when the outline was written anew since
     * @throws RuleBroken when nothing was chosen
     */
    public int take(
            Actor actor, ParticipantId participant, Proposal proposal, @Nullable String mark, Set<String> chosen) {
        if (!proposal.mark().equals(mark)) {
            throw new StaleVersion();
        }
        List<Proposal.Goal> goals = proposal.goals().stream()
                .filter(goal -> chosen.contains(goal.key()))
                .toList();
        if (goals.isEmpty()) {
            throw new RuleBroken("outline.goal-needed");
        }
        goals.forEach(goal -> plans.addGoal(actor, participant, goal.text(), goal.steps()));
        return goals.size();
    }

    private List<Earlier> earlier(ParticipantId participant) {
        return jdbc.sql(EARLIER)
                .param("participant", participant.value())
                .query((row, n) -> new Earlier(
                        row.getObject("id", UUID.class),
                        row.getObject("registered_on", LocalDate.class),
                        row.getObject("ended_on", LocalDate.class),
                        row.getInt("goals")))
                .list();
    }

    private String reach(Actor actor, ParticipantId participant) {
        Dossiers.Reached reached = dossiers.reach(actor, participant);
        if (!reached.open()) {
            throw new RuleBroken("plans.enrolment-closed");
        }
        return reached.name();
    }

    private Place place(ParticipantId participant) {
        return jdbc.sql("select location_id, learning_route from participant where id = ?")
                .param(participant.value())
                .query((row, n) -> new Place(
                        new LocationId(row.getObject(1, UUID.class)),
                        row.getString(2) == null ? null : LearningRoute.valueOf(row.getString(2))))
                .single();
    }

    private static @Nullable LocalDate after(LocalDate today, @Nullable Integer weeks) {
        return weeks == null ? null : today.plusWeeks(weeks);
    }
}
