package nl.meedoen.plans.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.plans.GoalState;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.StepStatus;
import nl.meedoen.privacy.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads a plan whole, two statements. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SnapshotReader {

    private static final String PLAN = """
            select pl.id from plan pl join enrolment e on e.id = pl.enrolment_id
            where pl.participant_id = ?
            order by e.status in ('REGISTERED', 'INTAKE', 'ACTIVE') desc, e.registered_on desc, e.id desc limit 1
            for update of pl
            """;

    private static final String GOALS = """
            select p.wish, g.id, g.domain, g.title, g.why, g.measure, g.target_on, g.state, g.reason
            from plan p left join goal g on g.plan_id = p.id where p.id = ?
            order by case g.domain when 'PERSONAL' then 1 when 'CAREER' then 2 else 3 end, g.position, g.id
            """;

    private static final String STEPS = """
            select s.goal_id, s.id, s.title, s.owner, s.due_on, s.status from step s join goal g on g.id = s.goal_id
            where g.plan_id = ? order by s.status = 'DONE', s.position, s.id
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    SnapshotReader(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The plan of the enrolment that runs, or else of the last one; two who agree at once get two numbers. */
    Optional<UUID> plan(ParticipantId participant) {
        return jdbc.sql(PLAN).param(participant.value()).query(UUID.class).optional();
    }

    PlanSnapshot read(UUID plan) {
        Map<UUID, List<PlanSnapshot.Step>> steps = new LinkedHashMap<>();
        jdbc.sql(STEPS)
                .param(plan)
                .query((row, n) -> steps.computeIfAbsent(row.getObject("goal_id", UUID.class), id -> new ArrayList<>())
                        .add(new PlanSnapshot.Step(
                                row.getObject("id", UUID.class),
                                row.getString("title"),
                                StepOwner.valueOf(row.getString("owner")),
                                row.getObject("due_on", java.time.LocalDate.class),
                                StepStatus.valueOf(row.getString("status")))))
                .list();
        List<PlanSnapshot.Goal> goals = new ArrayList<>();
        List<String> wish = new ArrayList<>();
        jdbc.sql(GOALS).param(plan).query(row -> {
            String words = vault.open(row.getBytes("wish"));
            if (words != null && wish.isEmpty()) {
                wish.add(words);
            }
            UUID id = row.getObject("id", UUID.class);
            if (id != null) {
                goals.add(new PlanSnapshot.Goal(
                        id,
                        GoalDomain.valueOf(row.getString("domain")),
                        row.getString("title"),
                        vault.open(row.getBytes("why")),
                        vault.open(row.getBytes("measure")),
                        row.getObject("target_on", java.time.LocalDate.class),
                        GoalState.valueOf(row.getString("state")),
                        vault.open(row.getBytes("reason")),
                        steps.getOrDefault(id, List.of())));
            }
        });
        return new PlanSnapshot(wish.isEmpty() ? null : wish.get(0), goals);
    }
}
