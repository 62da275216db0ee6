package nl.meedoen.plans.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads goals, steps and the next appointment, one statement each, and says them in the reader's language. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanReader {

    private static final String GOALS = """
            select id, domain, title, why, measure, target_on, state, state_at, reason
            from goal where plan_id = :plan
            order by case domain when 'PERSONAL' then 1 when 'CAREER' then 2 else 3 end, position, id
            """;

    private static final String STEPS = """
            select s.id, s.goal_id, s.title, s.owner, s.due_on, s.status, s.note, s.done_on
            from step s join goal g on g.id = s.goal_id where g.plan_id = :plan
            order by s.done_at, s.position, s.id
            """;

    private static final String NEXT = """
            select id, starts_at, title, place from appointment
            where participant_id = :participant and cancelled_at is null and starts_at > :from
            order by starts_at limit 1
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Texts texts;
    private final Words words;
    private final Clock clock;

    PlanReader(JdbcClient jdbc, Vault vault, Texts texts, Words words, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.texts = texts;
        this.words = words;
        this.clock = clock;
    }

    /** Who does a step, as sentences call them. */
    record Names(String participant, @Nullable String coach) {}

    PlanRows.Goals goals(@Nullable UUID plan, Names names) {
        Map<UUID, List<PlanRows.StepRow>> steps = new LinkedHashMap<>();
        jdbc.sql(STEPS)
                .param("plan", plan, java.sql.Types.OTHER)
                .query((row, n) -> steps.computeIfAbsent(row.getObject("goal_id", UUID.class), id -> new ArrayList<>())
                        .add(step(row, names)))
                .list();
        List<PlanRows.GoalRow> open = new ArrayList<>();
        List<PlanRows.GoalRow> ended = new ArrayList<>();
        for (PlanRows.GoalRow goal : jdbc.sql(GOALS)
                .param("plan", plan, java.sql.Types.OTHER)
                .query((row, n) -> goal(row, steps.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list()) {
            (goal.ongoing() ? open : ended).add(goal);
        }
        return new PlanRows.Goals(open, ended);
    }

    /** The appointment that comes next, or that began within the last hour. */
    Optional<PlanRows.AppointmentRow> appointment(ParticipantId participant) {
        return jdbc.sql(NEXT)
                .param("participant", participant.value())
                .param("from", Timestamp.from(clock.instant().minusSeconds(3600)))
                .query((row, n) -> {
                    LocalDateTime at = LocalDateTime.ofInstant(
                            row.getTimestamp("starts_at").toInstant(), Words.ZONE);
                    String day = words.weekday(at.toLocalDate());
                    return new PlanRows.AppointmentRow(
                            row.getObject("id", UUID.class),
                            at.toLocalDate(),
                            row.getString("title"),
                            texts.of("plans.appointment.when", day, words.time(at.toLocalTime())),
                            row.getString("place"));
                })
                .optional();
    }

    private PlanRows.GoalRow goal(ResultSet row, List<PlanRows.StepRow> steps) throws SQLException {
        GoalState state = GoalState.valueOf(row.getString("state"));
        LocalDate target = row.getObject("target_on", LocalDate.class);
        String domain = texts.of(GoalDomain.valueOf(row.getString("domain")));
        Timestamp endedAt = row.getTimestamp("state_at");
        return new PlanRows.GoalRow(
                row.getObject("id", UUID.class),
                row.getString("title"),
                target == null ? domain : texts.of("plans.goal.about", domain, words.date(target)),
                state,
                endedAt == null ? null : words.date(LocalDate.ofInstant(endedAt.toInstant(), Words.ZONE)),
                vault.open(row.getBytes("why")),
                vault.open(row.getBytes("measure")),
                vault.open(row.getBytes("reason")),
                steps.stream().filter(step -> !step.isDone()).toList(),
                steps.stream().filter(PlanRows.StepRow::isDone).toList());
    }

    private PlanRows.StepRow step(ResultSet row, Names names) throws SQLException {
        StepStatus status = StepStatus.valueOf(row.getString("status"));
        LocalDate due = row.getObject("due_on", LocalDate.class);
        String who = who(StepOwner.valueOf(row.getString("owner")), names);
        boolean late = status != StepStatus.DONE && words.overdue(due);
        String when;
        if (status == StepStatus.DONE) {
            LocalDate done = row.getObject("done_on", LocalDate.class);
            when = done.equals(words.today()) ? texts.of("webkit.today") : words.date(done);
        } else if (due == null) {
            when = texts.of("plans.step.no-date");
        } else if (late) {
            when = texts.of("plans.step.late", words.date(due), words.late(due));
        } else {
            when = texts.of("plans.step.before", words.weekday(due));
        }
        return new PlanRows.StepRow(
                row.getObject("id", UUID.class),
                row.getString("title"),
                when + " · " + who,
                late,
                vault.open(row.getBytes("note")),
                status);
    }

    private String who(StepOwner owner, Names names) {
        return switch (owner) {
            case PARTICIPANT -> names.participant();
            case COACH -> names.coach() == null ? texts.of("plans.owner.coach") : names.coach();
            case MUNICIPALITY -> texts.of("plans.owner.municipality");
        };
    }
}
