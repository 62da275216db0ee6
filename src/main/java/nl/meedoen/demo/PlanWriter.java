package nl.meedoen.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Table;
import nl.meedoen.plans.ContactChannel;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.plans.GoalState;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.StepStatus;
import nl.meedoen.plans.agreement.Agreements.AgreedWay;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;

/** Writes one participant's plan, contacts and appointments, and keeps what the list shows of them. */
final class PlanWriter {

    /** A goal as it stands; a goal that ended has the day on which it did. */
    record Goal(
            GoalDomain domain,
            String title,
            String why,
            String measure,
            LocalDate targetOn,
            GoalState state,
            LocalDate madeOn,
            @Nullable LocalDate endedOn,
            @Nullable String reason) {}

    /**
     * A step as it stands; a step that is done has the day on which it was.
     *
     * @param madeOn null for one that is as old as its goal
     * @param firstDueOn when it was due as long as it was agreed; null where that is the same day
     */
    record Step(
            String title,
            StepOwner owner,
            @Nullable LocalDate dueOn,
            StepStatus status,
            @Nullable LocalDate doneOn,
            @Nullable String note,
            @Nullable LocalDate madeOn,
            @Nullable LocalDate firstDueOn) {}

    private final Desk desk;
    private final Dossier dossier;
    private final UUID plan;
    private final AgreedPlans agreed;
    private int goals;

    private @Nullable LocalDate nextDue;
    private boolean nextSkills;
    private @Nullable String next;

    PlanWriter(Desk desk, Dossier dossier) {
        this.desk = desk;
        this.dossier = dossier;
        this.plan = desk.id();
        this.agreed = new AgreedPlans(desk, dossier, plan);
    }

    /** Writes the plan itself; first. */
    void begin(@Nullable String wish, LocalDate on) {
        agreed.wish(wish);
        desk.add(
                Table.PLAN,
                plan,
                dossier.id,
                dossier.enrolment,
                desk.seal(wish),
                wish == null ? null : on,
                wish == null ? null : dossier.coach.id(),
                desk.at(on, 10, 0),
                dossier.coach.id());
    }

    /** Writes a goal; its steps follow. */
    UUID goal(Goal goal, @Nullable UUID replacedBy) {
        UUID id = desk.id();
        agreed.goal(id, goal);
        LocalDate ended = goal.endedOn();
        desk.add(
                Table.GOAL,
                id,
                plan,
                dossier.id,
                goal.domain(),
                goal.title(),
                desk.seal(goal.why()),
                desk.seal(goal.measure()),
                goal.targetOn(),
                goal.state(),
                ended == null ? null : desk.at(ended, 15, 40),
                ended == null ? null : dossier.coach.id(),
                desk.seal(goal.reason()),
                replacedBy,
                ++goals,
                desk.at(goal.madeOn(), 10, goals),
                dossier.coach.id());
        return id;
    }

    /** Writes a step of that goal. */
    void step(UUID goalId, Goal goal, int position, Step step) {
        LocalDate done = step.doneOn();
        UUID id = desk.id();
        agreed.step(goalId, id, step);
        desk.add(
                Table.STEP,
                id,
                goalId,
                dossier.id,
                step.title(),
                step.owner(),
                step.dueOn(),
                step.status(),
                done == null ? null : StepStatus.BUSY,
                desk.seal(step.note()),
                done,
                done == null ? null : desk.at(done, 16, 5),
                done == null ? null : dossier.coach.id(),
                position,
                desk.at(step.madeOn() == null ? goal.madeOn() : step.madeOn(), 10, 20),
                dossier.coach.id());
        if (done == null && goal.state() == GoalState.OPEN) {
            consider(step, goal.domain() == GoalDomain.SKILLS);
        }
    }

    /** The step that plans shows first: what is due first, and of what is due the same day the earliest written. */
    private void consider(Step step, boolean skills) {
        boolean first = next == null
                || step.dueOn() != null && (nextDue == null || step.dueOn().isBefore(nextDue))
                || java.util.Objects.equals(step.dueOn(), nextDue) && nextSkills && !skills;
        if (first) {
            next = step.title();
            nextDue = step.dueOn();
            nextSkills = skills;
        }
    }

    /** Keeps the plan as it was on a day; after all goals and steps, in the order of the days. */
    void agreed(LocalDate on, AgreedWay how, @Nullable String objection) {
        agreed.agreed(on, how, objection);
    }

    /** Tells the list; last. */
    void end() {
        dossier.next(next, nextDue);
    }

    void contact(LocalDate on, LocalTime time, ContactChannel channel, @Nullable Integer minutes, String note) {
        Instant at = desk.at(on, time.getHour(), time.getMinute());
        UUID id = desk.id();
        desk.add(Table.CONTACT, id, dossier.id, on, at, minutes, channel, desk.seal(note), dossier.coach.id(), at);
        dossier.spoken(on, id);
    }

    void appointment(LocalDate on, LocalTime time, int minutes, String title, String place) {
        Instant at = on.atTime(time).atZone(Words.ZONE).toInstant();
        LocalDate made = on.isAfter(desk.today()) ? desk.today().minusDays(3) : on.minusDays(7);
        desk.add(
                Table.APPOINTMENT,
                desk.id(),
                dossier.id,
                at,
                minutes,
                title,
                place,
                desk.at(made, 12, 0),
                dossier.coach.id());
        if (at.isAfter(desk.now())) {
            dossier.meets(at, title);
        }
    }
}
