package nl.meedoen.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Dice;
import nl.meedoen.demo.writing.Phrases.AppointmentPhrase;
import nl.meedoen.demo.writing.Phrases.GoalPhrase;
import nl.meedoen.plans.ContactChannel;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.plans.GoalState;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.StepStatus;
import nl.meedoen.plans.agreement.Agreements.AgreedWay;

/** Makes up a plan, contacts and appointments that fit somebody's story. */
final class PlanRows {

    private static final int WEEKS_A_GOAL = 4;
    private static final int LAST_NOTES = 57;

    private final Desk desk;
    private final Dice dice;

    /** Of each person so many goals and contacts at most; the large load has fewer. */
    private final int mostGoals;

    private final int mostContacts;
    private final boolean agrees;

    PlanRows(Desk desk, Dice dice, boolean large) {
        this.desk = desk;
        this.dice = dice;
        this.mostGoals = large ? 2 : 4;
        this.mostContacts = large ? 5 : 12;
        this.agrees = !large;
    }

    void write(Dossier d) {
        LocalDate coachOn = d.story.coachOn();
        if (coachOn == null) {
            return;
        }
        LocalDate ended = d.story.endedOn();
        LocalDate limit = ended == null ? desk.today() : ended;
        PlanWriter writer = new PlanWriter(desk, d);
        LocalDate planOn = d.story.planOn();
        if (planOn != null) {
            writer.begin(dice.chance(0.9) ? dice.one(desk.phrases().wishes()) : null, planOn);
            goals(d, writer, planOn, limit);
            if (agrees) {
                agreements(writer, planOn, limit);
            }
        }
        writer.end();
        contacts(d, writer, coachOn, limit);
        appointments(d, writer, coachOn, limit);
    }

    /** On the first goals when they were made, and once more when the others had come. */
    private void agreements(PlanWriter writer, LocalDate planOn, LocalDate limit) {
        writer.agreed(planOn, AgreedWay.SCREEN, null);
        LocalDate again = Desk.workday(planOn.plusWeeks(WEEKS_A_GOAL * 2L));
        if (!again.isAfter(limit)) {
            writer.agreed(again, AgreedWay.PAPER, null);
        }
    }

    private void goals(Dossier d, PlanWriter writer, LocalDate planOn, LocalDate limit) {
        int number = dice.between(2, mostGoals);
        int domain = dice.between(0, 2);
        boolean firstOpen = true;
        for (int i = 0; i < number; i++) {
            LocalDate made = Desk.workday(planOn.plusWeeks((long) WEEKS_A_GOAL * i / 2));
            if (made.isAfter(limit)) {
                return;
            }
            GoalDomain about = GoalDomain.values()[(domain + i) % 3];
            GoalPhrase phrase = dice.one(desk.phrases().goals().getOrDefault(about.name(), List.of()));
            List<PlanWriter.Step> steps = steps(d, phrase, made, limit, firstOpen);
            PlanWriter.Goal goal = goal(d, about, phrase, made, steps, limit);
            if (i > 0 && dice.chance(0.05)) {
                replaced(writer, goal, made);
                continue;
            }
            firstOpen &= goal.state() != GoalState.OPEN;
            UUID id = writer.goal(goal, null);
            for (int n = 0; n < steps.size(); n++) {
                writer.step(id, goal, n + 1, steps.get(n));
            }
        }
    }

    /** A goal that became another one: the new one carries the steps, here one that is still to be planned. */
    private void replaced(PlanWriter writer, PlanWriter.Goal goal, LocalDate made) {
        PlanWriter.Goal next = new PlanWriter.Goal(
                goal.domain(),
                goal.title() + ", maar dan kleiner",
                goal.why(),
                goal.measure(),
                goal.targetOn(),
                goal.endedOn() == null ? GoalState.OPEN : goal.state(),
                made,
                goal.endedOn(),
                goal.reason());
        UUID id = writer.goal(next, null);
        writer.goal(
                new PlanWriter.Goal(
                        goal.domain(),
                        goal.title(),
                        goal.why(),
                        goal.measure(),
                        goal.targetOn(),
                        GoalState.ADJUSTED,
                        made,
                        made,
                        "Het doel was te groot voor nu."),
                id);
    }

    private PlanWriter.Goal goal(
            Dossier d,
            GoalDomain about,
            GoalPhrase phrase,
            LocalDate made,
            List<PlanWriter.Step> steps,
            LocalDate limit) {
        long open = steps.stream().filter(step -> step.doneOn() == null).count();
        GoalState state = open == 0 && dice.chance(0.85) ? GoalState.ACHIEVED : GoalState.OPEN;
        if (!d.story.open()) {
            state = open * 2 <= steps.size() ? GoalState.ACHIEVED : GoalState.DROPPED;
        }
        LocalDate last = steps.stream()
                .map(step -> step.doneOn() == null ? made : step.doneOn())
                .max(LocalDate::compareTo)
                .orElse(made);
        return new PlanWriter.Goal(
                about,
                phrase.title(),
                phrase.why(),
                phrase.measure(),
                made.plusDays(100),
                state,
                made,
                state == GoalState.OPEN ? null : state == GoalState.ACHIEVED ? last : limit,
                state == GoalState.DROPPED ? "Het traject is geëindigd." : null);
    }

    /** Steps follow each other every two or three weeks: what was due is done, what comes is open. */
    private List<PlanWriter.Step> steps(
            Dossier d, GoalPhrase phrase, LocalDate made, LocalDate limit, boolean mayBeOverdue) {
        LocalDate acting = d.story.actingOn();
        List<PlanWriter.Step> steps = new ArrayList<>();
        LocalDate due = made;
        boolean open = false;
        for (String title : phrase.steps()) {
            due = Desk.workday(due.plusDays(dice.between(14, 22)));
            boolean done = acting != null && !due.isAfter(limit) && !open;
            // Late, by a few days, is only whose story says so.
            boolean late =
                    done && mayBeOverdue && d.story.overdue() && d.story.open() && due.isAfter(limit.minusDays(24));
            LocalDate on = due.minusDays(dice.between(0, 6));
            LocalDate doneOn = acting == null || !done || late ? null : acting.isAfter(on) ? acting : on;
            StepStatus status =
                    doneOn != null ? StepStatus.DONE : open || acting == null ? StepStatus.NOT_STARTED : begun();
            open |= doneOn == null;
            boolean dated = doneOn != null || status != StepStatus.NOT_STARTED || !dice.chance(0.15);
            steps.add(new PlanWriter.Step(
                    title,
                    StepOwner.values()[dice.weighted(65, 28, 7)],
                    !dated ? null : late && !due.isBefore(limit) ? limit.minusDays(2) : due,
                    status,
                    doneOn,
                    null,
                    null,
                    null));
        }
        return steps;
    }

    private StepStatus begun() {
        return switch (dice.weighted(75, 15, 10)) {
            case 0 -> StepStatus.BUSY;
            case 1 -> StepStatus.WAITING;
            default -> StepStatus.HELP;
        };
    }

    private void contacts(Dossier d, PlanWriter writer, LocalDate coachOn, LocalDate limit) {
        LocalDate last = d.story.silent() && d.story.open() ? limit.minusDays(dice.between(15, 30)) : limit;
        List<LocalDate> days = new ArrayList<>();
        LocalDate day = Desk.workday(coachOn.plusDays(dice.between(1, 7)));
        while (!day.isAfter(last)) {
            days.add(day);
            day = Desk.workday(day.plusDays(dice.between(7, 11)));
        }
        List<String> notes = desk.phrases().contactNotes();
        int from = Math.max(0, days.size() - mostContacts);
        for (int i = from; i < days.size(); i++) {
            ContactChannel channel = ContactChannel.values()[dice.weighted(50, 28, 17, 5)];
            Integer minutes = channel == ContactChannel.MESSAGE ? null : dice.between(2, 15) * 5;
            String note = i == 0 ? notes.get(0) : notes.get(dice.between(1, LAST_NOTES));
            writer.contact(days.get(i), time(), channel, minutes, note);
        }
    }

    private void appointments(Dossier d, PlanWriter writer, LocalDate coachOn, LocalDate limit) {
        LocalDate past = Desk.workday(coachOn.plusDays(dice.between(10, 40)));
        if (past.isBefore(limit) && dice.chance(0.6)) {
            appointment(writer, past);
        }
        if (d.story.open() && dice.chance(0.55)) {
            appointment(writer, Desk.workday(limit.plusDays(dice.between(0, 14))));
        }
    }

    private void appointment(PlanWriter writer, LocalDate on) {
        AppointmentPhrase phrase = dice.one(desk.phrases().appointments());
        writer.appointment(on, time(), dice.between(2, 6) * 15, phrase.title(), phrase.place());
    }

    private LocalTime time() {
        return LocalTime.of(dice.between(9, 16), dice.between(0, 3) * 15);
    }
}
