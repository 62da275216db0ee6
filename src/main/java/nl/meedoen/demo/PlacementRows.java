package nl.meedoen.demo;

import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.demo.places.Employers;
import nl.meedoen.demo.places.Employers.Offer;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Dice;
import nl.meedoen.demo.writing.Table;
import nl.meedoen.participants.registration.EnrolmentStatus;
import nl.meedoen.placements.Move;
import nl.meedoen.placements.OpeningKind;
import nl.meedoen.placements.PlacementState;
import nl.meedoen.placements.StopKind;
import org.jspecify.annotations.Nullable;

/** Makes up how somebody found a place, and what became of it. */
final class PlacementRows {

    private static final int[] KINDS = {0, 0, 26, 12, 9, 24, 12, 11, 4, 2};
    private static final int[] AFTER_A_TRIAL = {0, 0, 0, 0, 4, 10, 40, 46, 0, 0};

    private final Desk desk;
    private final Dice dice;
    private final Employers employers;

    PlacementRows(Desk desk, Dice dice, Employers employers) {
        this.desk = desk;
        this.dice = dice;
        this.employers = employers;
    }

    void write(Dossier d) {
        LocalDate acting = d.story.actingOn();
        if (acting == null) {
            return;
        }
        boolean completed = d.story.status() == EnrolmentStatus.AFTERCARE;
        if (dice.chance(0.35)) {
            visit(d, dice.chance(0.5) ? OpeningKind.MOCK_INTERVIEW : OpeningKind.WORK_VISIT, acting);
        }
        if (!dice.chance(completed ? 0.88 : 0.72)) {
            return;
        }
        OpeningKind kind = OpeningKind.values()[dice.weighted(KINDS)];
        LocalDate proposed = Desk.workday(acting.plusDays(dice.between(20, 150)));
        LocalDate ended = placement(d, kind, proposed);
        boolean leadsOn = kind == OpeningKind.TRIAL_PLACE || kind == OpeningKind.WORK_EXPERIENCE;
        if (ended != null && leadsOn && dice.chance(0.7)) {
            placement(
                    d,
                    OpeningKind.values()[dice.weighted(AFTER_A_TRIAL)],
                    Desk.workday(ended.minusDays(dice.between(0, 14))));
        }
    }

    private void visit(Dossier d, OpeningKind kind, LocalDate acting) {
        LocalDate on = Desk.workday(acting.plusDays(dice.between(15, 70)));
        if (on.isAfter(limit(d))) {
            return;
        }
        Course course = new Course(d, employers.offer(kind, on.minusDays(14)));
        course.proposed = Desk.workday(on.minusDays(10));
        course.interview = on;
        course.starts = on;
        course.ends = on;
        course.began = on;
        course.ended = on;
        course.state = PlacementState.FINISHED;
        course.write();
    }

    /** Writes a placement as far as it came; returns the day on which it ended as planned. */
    private @Nullable LocalDate placement(Dossier d, OpeningKind kind, LocalDate proposed) {
        LocalDate limit = limit(d);
        if (proposed.isAfter(limit)) {
            return null;
        }
        Course course = new Course(d, employers.offer(kind, proposed));
        course.proposed = proposed;
        LocalDate interview = Desk.workday(proposed.plusDays(dice.between(4, 12)));
        LocalDate agreed = Desk.workday(interview.plusDays(dice.between(2, 9)));
        LocalDate starts = Desk.workday(agreed.plusDays(dice.between(3, 14)));
        if (!proposed.plusDays(2).isAfter(limit)) {
            // an interview may lie ahead
            course.interview = interview;
            course.state = PlacementState.INTERVIEW;
        }
        if (!agreed.isAfter(limit)) {
            course.agreed = agreed;
            course.starts = starts;
            course.ends = term(kind, starts);
            course.state = PlacementState.AGREED;
        }
        if (!starts.isAfter(limit)) {
            course.began = starts;
            course.state = PlacementState.RUNNING;
            run(course, kind, starts);
        }
        if (d.story.status() == EnrolmentStatus.WITHDRAWN && course.state.open()) {
            course.stop(limit, dice.chance(0.5) ? StopKind.MOVED : StopKind.PERSONAL);
        } else if (d.story.status() == EnrolmentStatus.AFTERCARE && course.state.open() && course.began == null) {
            course.stop(limit, StopKind.OTHER_PLACE);
        }
        course.write();
        return course.state == PlacementState.FINISHED ? course.ended : null;
    }

    private void run(Course course, OpeningKind kind, LocalDate starts) {
        LocalDate early = Desk.workday(starts.plusDays(dice.between(8, 50)));
        if (dice.chance(0.12) && !early.isAfter(desk.today())) {
            course.stop(early, StopKind.values()[dice.between(0, 6)]);
            return;
        }
        if (kind == OpeningKind.TRIAL_PLACE && dice.chance(0.3)) {
            LocalDate extended = starts.plusMonths(3);
            LocalDate decided = Desk.workday(starts.plusDays(50));
            if (!decided.isAfter(desk.today())) {
                course.extended = decided;
                course.ends = extended;
            }
        }
        LocalDate ends = course.ends;
        if (ends != null && ends.isBefore(desk.today())) {
            course.ended = ends;
            course.state = PlacementState.FINISHED;
        }
    }

    private @Nullable LocalDate term(OpeningKind kind, LocalDate starts) {
        return switch (kind) {
            case TRIAL_PLACE -> starts.plusMonths(2);
            case WORK_EXPERIENCE -> starts.plusMonths(dice.between(3, 6));
            case INTERNSHIP -> starts.plusMonths(dice.between(4, 6));
            case TEMPORARY_WORK -> starts.plusMonths(dice.between(4, 8));
            case EDUCATION -> starts.plusMonths(10);
            case PAID_WORK -> dice.chance(0.5) ? starts.plusYears(1) : null;
            default -> null;
        };
    }

    private LocalDate limit(Dossier d) {
        LocalDate ended = d.story.endedOn();
        return ended == null ? desk.today() : ended;
    }

    /** One placement while its rows are being made. */
    private final class Course {

        private final Dossier d;
        private final Offer offer;
        private final UUID id = desk.id();
        private LocalDate proposed = desk.today();
        private PlacementState state = PlacementState.PROPOSED;
        private @Nullable LocalDate interview;
        private @Nullable LocalDate agreed;
        private @Nullable LocalDate starts;
        private @Nullable LocalDate ends;
        private @Nullable LocalDate began;
        private @Nullable LocalDate extended;
        private @Nullable LocalDate ended;
        private @Nullable StopKind stopped;
        private PlacementState last = PlacementState.PROPOSED;

        Course(Dossier d, Offer offer) {
            this.d = d;
            this.offer = offer;
        }

        void stop(LocalDate on, StopKind why) {
            ended = on;
            stopped = why;
            state = PlacementState.STOPPED;
        }

        void write() {
            if (state == PlacementState.AGREED || state == PlacementState.RUNNING || state == PlacementState.FINISHED) {
                offer.take();
            }
            if (interview != null) {
                d.introduce();
            }
            boolean paper = began != null && offer.kind.outcome();
            desk.add(
                    Table.PLACEMENT,
                    id,
                    d.id,
                    offer.id,
                    offer.employer,
                    offer.kind,
                    state,
                    proposed,
                    interview,
                    starts,
                    ends,
                    began,
                    ended,
                    offer.kind.outcome() ? dice.between(3, 9) * 4 : null,
                    agreed == null ? null : "Begeleider op de werkvloer",
                    paper ? starts : null,
                    paper,
                    stopped,
                    null);
            history();
            checkIns();
            if (state == PlacementState.RUNNING && offer.kind.outcome() && began != null) {
                d.placed(offer.kind.name(), began, ends);
            }
        }

        private void history() {
            changed(Move.PROPOSE, PlacementState.PROPOSED, proposed);
            changed(Move.INTERVIEW, PlacementState.INTERVIEW, interview);
            changed(Move.AGREE, PlacementState.AGREED, agreed == null ? began : agreed);
            changed(Move.START, PlacementState.RUNNING, began);
            changed(Move.EXTEND, PlacementState.RUNNING, extended);
            changed(state == PlacementState.STOPPED ? Move.STOP : Move.FINISH, state, ended);
        }

        private void changed(Move move, PlacementState to, @Nullable LocalDate on) {
            if (on == null) {
                return;
            }
            desk.add(
                    Table.PLACEMENT_CHANGE,
                    desk.id(),
                    id,
                    d.id,
                    move == Move.PROPOSE ? null : last,
                    to,
                    move,
                    on,
                    to == PlacementState.PROPOSED || to == PlacementState.INTERVIEW ? null : ends,
                    d.coordinator.id(),
                    desk.at(on, 14, 30));
            last = to;
        }

        private void checkIns() {
            if (!offer.kind.outcome() || began == null) {
                return;
            }
            for (int weeks : new int[] {13, 26}) {
                LocalDate due = began.plusWeeks(weeks);
                boolean reached = !due.isAfter(ended == null ? desk.today() : ended);
                // a few of the last days still have to be asked
                boolean done = reached && (due.isBefore(desk.today().minusDays(10)) || dice.chance(0.5));
                if (!done && state != PlacementState.RUNNING) {
                    continue;
                }
                LocalDate asked = Desk.workday(due);
                desk.add(
                        Table.CHECK_IN,
                        desk.id(),
                        id,
                        d.id,
                        weeks,
                        due,
                        !done ? null : asked.isAfter(desk.today()) ? desk.today() : asked,
                        done ? Boolean.TRUE : null,
                        done ? d.coordinator.id() : null);
            }
        }
    }
}
