package nl.meedoen.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Table;
import nl.meedoen.plans.GoalState;
import nl.meedoen.plans.StepStatus;
import nl.meedoen.plans.agreement.Agreements.AgreedWay;
import nl.meedoen.plans.agreement.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/** Remembers one plan while it is written, and keeps what it was on the days on which it was agreed. */
final class AgreedPlans {

    private record Goal(UUID id, PlanWriter.Goal goal, List<Step> steps) {}

    private record Step(UUID id, PlanWriter.Step step) {}

    private final Desk desk;
    private final Dossier dossier;
    private final UUID plan;
    private final List<Goal> goals = new ArrayList<>();
    private @Nullable String wish;
    private int number;

    AgreedPlans(Desk desk, Dossier dossier, UUID plan) {
        this.desk = desk;
        this.dossier = dossier;
        this.plan = plan;
    }

    void wish(@Nullable String words) {
        wish = words;
    }

    void goal(UUID id, PlanWriter.Goal goal) {
        goals.add(new Goal(id, goal, new ArrayList<>()));
    }

    void step(UUID goal, UUID id, PlanWriter.Step step) {
        goals.stream()
                .filter(one -> one.id().equals(goal))
                .forEach(one -> one.steps().add(new Step(id, step)));
    }

    /** Writes the plan as it was on a day, if there was a goal to work on; in the order of the days. */
    void agreed(LocalDate on, AgreedWay how, @Nullable String objection) {
        PlanSnapshot content = new PlanSnapshot(
                wish,
                goals.stream()
                        .filter(goal -> !goal.goal().madeOn().isAfter(on))
                        .sorted(Comparator.comparing(goal -> goal.goal().domain()))
                        .map(goal -> goal(goal, on))
                        .toList());
        if (!content.hasOpenGoals()) {
            return;
        }
        desk.add(
                Table.AGREEMENT,
                desk.id(),
                plan,
                dossier.id,
                ++number,
                desk.seal(content.text()),
                on,
                how,
                desk.seal(objection),
                desk.at(on, 14, 50),
                dossier.coach.id());
    }

    private static PlanSnapshot.Goal goal(Goal written, LocalDate on) {
        PlanWriter.Goal goal = written.goal();
        boolean ended = goal.endedOn() != null && !goal.endedOn().isAfter(on);
        return new PlanSnapshot.Goal(
                written.id(),
                goal.domain(),
                goal.title(),
                goal.why(),
                goal.measure(),
                goal.targetOn(),
                ended ? goal.state() : GoalState.OPEN,
                ended ? goal.reason() : null,
                written.steps().stream()
                        .filter(step -> step.step().madeOn() == null
                                || !step.step().madeOn().isAfter(on))
                        .map(step -> step(step, on))
                        .sorted(Comparator.comparing((PlanSnapshot.Step step) -> step.status() == StepStatus.DONE)
                                .thenComparing(
                                        PlanSnapshot.Step::dueOn, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList());
    }

    private static PlanSnapshot.Step step(Step written, LocalDate on) {
        PlanWriter.Step step = written.step();
        LocalDate done = step.doneOn();
        return new PlanSnapshot.Step(
                written.id(),
                step.title(),
                step.owner(),
                step.firstDueOn() == null ? step.dueOn() : step.firstDueOn(),
                done != null && !done.isAfter(on) ? StepStatus.DONE : StepStatus.NOT_STARTED);
    }
}
