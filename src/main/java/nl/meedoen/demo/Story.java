package nl.meedoen.demo;

import java.time.LocalDate;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Dice;
import nl.meedoen.participants.registration.EndKind;
import nl.meedoen.participants.registration.EnrolmentStatus;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one participant so far, with its days.
 *
 * @param actingOn the first step was begun
 * @param silent nobody spoke with them for more than two weeks
 * @param overdue a step should have been done already
 */
record Story(
        LocalDate registeredOn,
        @Nullable LocalDate intakeOn,
        @Nullable LocalDate coachOn,
        @Nullable LocalDate planOn,
        @Nullable LocalDate actingOn,
        EnrolmentStatus status,
        @Nullable LocalDate endedOn,
        @Nullable EndKind endKind,
        boolean silent,
        boolean overdue) {

    /** Whether the enrolment runs. */
    public boolean open() {
        return endedOn == null;
    }

    /** Tells stories that end at the latest today. */
    static final class Teller {

        private static final int FEWEST_DAYS_TO_THE_END = 320;

        private final LocalDate today;

        Teller(LocalDate today) {
            this.today = today;
        }

        /** A likely course for somebody who was registered on this day. */
        Story tell(Dice dice, LocalDate registered) {
            LocalDate withdrawn = dice.chance(0.11) ? after(registered, dice.between(15, 280)) : LocalDate.MAX;
            LocalDate completed = after(registered, dice.between(FEWEST_DAYS_TO_THE_END, 460));
            LocalDate ended = withdrawn.isBefore(completed) ? withdrawn : completed;
            boolean over = !ended.isAfter(today);
            LocalDate limit = over ? ended : today;

            LocalDate intake = within(after(registered, dice.between(4, 45)), limit);
            boolean waits = intake != null && intake.isAfter(today.minusDays(70)) && dice.chance(0.45);
            LocalDate coach = intake == null || waits ? null : within(after(intake, dice.between(4, 26)), limit);
            LocalDate plan = coach == null ? null : within(after(coach, dice.between(5, 45)), limit);
            LocalDate acting = plan == null ? null : within(after(plan, dice.between(1, 12)), limit);

            EnrolmentStatus status = over
                    ? ended.equals(completed) ? EnrolmentStatus.AFTERCARE : EnrolmentStatus.WITHDRAWN
                    : coach != null
                            ? EnrolmentStatus.ACTIVE
                            : intake != null ? EnrolmentStatus.INTAKE : EnrolmentStatus.REGISTERED;
            EndKind kind = !over
                    ? null
                    : status == EnrolmentStatus.AFTERCARE
                            ? EndKind.COMPLETED
                            : EndKind.values()[1 + dice.between(0, EndKind.values().length - 2)];
            return new Story(
                    registered,
                    intake,
                    coach,
                    plan,
                    acting,
                    status,
                    over ? ended : null,
                    kind,
                    dice.chance(0.06),
                    dice.chance(0.06));
        }

        private static LocalDate after(LocalDate day, int days) {
            return Desk.workday(day.plusDays(days));
        }

        private static @Nullable LocalDate within(LocalDate day, LocalDate limit) {
            return day.isAfter(limit) ? null : day;
        }
    }
}
