package nl.meedoen.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.demo.places.Place.Colleague;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Dice;
import nl.meedoen.demo.writing.Phrases.QuestionPhrase;
import nl.meedoen.demo.writing.Table;
import nl.meedoen.plans.reviews.ReviewCalendar;
import nl.meedoen.plans.reviews.ReviewKind;
import org.jspecify.annotations.Nullable;

/** Makes up the reviews that a plan had and the one to come, questions about somebody, and a coordinator's praise. */
final class FollowRows {

    private static final String CLIENT_MANAGER = "CLIENT_MANAGER";
    private static final String COACH = "COACH";
    private static final String COORDINATOR = "COORDINATOR";

    private final Desk desk;
    private final Dice dice;
    private int livelyOnes;

    FollowRows(Desk desk, Dice dice) {
        this.desk = desk;
        this.dice = dice;
    }

    /**
     * Writes it; before the row of the list.
     *
     * @param sharedUntil as the consents say
     * @param lively whether each of them has a question, as the people whose dossiers were written by hand
     */
    void write(Dossier d, @Nullable LocalDate sharedUntil, boolean lively) {
        if (d.story.planOn() == null) {
            return;
        }
        reviews(d, lively && ++livelyOnes % 2 == 1);
        if (!d.story.open()) {
            return;
        }
        boolean shares = sharedUntil != null && !sharedUntil.isBefore(desk.today());
        if (shares && dice.chance(lively ? 0.7 : 0.12)) {
            fromTheMunicipality(d);
        }
        if (dice.chance(lively ? 0.5 : 0.05)) {
            fromTheCoach(d);
        }
        UUID contact = d.lastContact();
        if (contact != null && dice.chance(lively ? 0.6 : 0.04)) {
            desk.add(Table.PRAISE, contact, d.coordinator.id(), d.id, desk.now());
        }
    }

    private void reviews(Dossier d, boolean soon) {
        LocalDate planOn = java.util.Objects.requireNonNull(d.story.planOn());
        LocalDate limit = d.story.endedOn() == null ? desk.today() : d.story.endedOn();
        ReviewCalendar calendar = new ReviewCalendar(planOn, ReviewCalendar.USUAL_WEEKS, null);
        List<ReviewCalendar.Past> past = new ArrayList<>();
        List<ReviewCalendar.Due> planned = new ArrayList<>();
        List<Boolean> skipped = new ArrayList<>();
        ReviewCalendar.Due due = calendar.next(past);
        while (due != null && due.on().isBefore(limit)) {
            LocalDate held = Desk.workday(due.on().plusDays(dice.between(0, 5)));
            if (held.isAfter(limit)) {
                break;
            }
            boolean skip = due.kind() == ReviewKind.REGULAR && dice.chance(0.08);
            planned.add(due);
            skipped.add(skip);
            past.add(new ReviewCalendar.Past(due.kind(), skip ? due.on() : held));
            due = calendar.next(past);
        }
        if (soon && !past.isEmpty()) {
            // the last one was held on such a day that the next is due now
            LocalDate on = desk.today().plusDays(1).minusWeeks(ReviewCalendar.USUAL_WEEKS);
            int last = past.size() - 1;
            if (!on.isBefore(planOn)
                    && (last == 0 || on.isAfter(past.get(last - 1).on()))) {
                past.set(last, new ReviewCalendar.Past(past.get(last).kind(), on));
                skipped.set(last, false);
                due = calendar.next(past);
            }
        }
        for (int i = 0; i < past.size(); i++) {
            LocalDate on = past.get(i).on();
            review(d, planned.get(i), skipped.get(i) ? null : on, desk.at(on, 15, 20));
        }
        if (due != null && d.story.open()) {
            desk.add(
                    Table.REVIEW,
                    desk.id(),
                    d.enrolment,
                    d.id,
                    due.kind(),
                    due.on(),
                    "PLANNED",
                    null,
                    null,
                    null,
                    null,
                    null);
            d.reviewed(due.on());
        }
    }

    private void review(Dossier d, ReviewCalendar.Due due, @Nullable LocalDate held, Instant at) {
        desk.add(
                Table.REVIEW,
                desk.id(),
                d.enrolment,
                d.id,
                due.kind(),
                due.on(),
                held == null ? "SKIPPED" : "HELD",
                held,
                desk.seal(held == null ? null : dice.one(desk.phrases().reviewOutcomes())),
                desk.seal(held == null ? dice.one(desk.phrases().skipReasons()) : null),
                at,
                d.coach.id());
    }

    private void fromTheMunicipality(Dossier d) {
        Colleague manager = d.place.clientManagers().get(d.registration.municipalityCode());
        if (manager == null) {
            return;
        }
        QuestionPhrase phrase = dice.one(desk.phrases().questionsOfMunicipality());
        boolean coach = d.story.coachOn() != null && dice.chance(0.6);
        thread(
                d,
                phrase,
                manager.id(),
                CLIENT_MANAGER,
                coach ? d.coach.id() : d.coordinator.id(),
                coach ? COACH : COORDINATOR);
    }

    private void fromTheCoach(Dossier d) {
        QuestionPhrase phrase = dice.one(desk.phrases().questionsOfCoach());
        thread(d, phrase, d.coach.id(), COACH, d.coordinator.id(), COORDINATOR);
    }

    /** A third waits, a third was answered, a third is closed. */
    private void thread(Dossier d, QuestionPhrase phrase, UUID by, String as, UUID answers, String of) {
        UUID id = desk.id();
        int stage = dice.weighted(34, 33, 33);
        int days = stage == 0 ? dice.between(1, 10) : dice.between(4, 30);
        LocalDate asked = desk.today().minusDays(days);
        LocalDate planOn = java.util.Objects.requireNonNull(d.story.planOn());
        if (asked.isBefore(planOn)) {
            asked = planOn;
        }
        LocalDate answered = asked.plusDays(1);
        Instant askedAt = desk.at(asked, 9, 40);
        Instant answeredAt = desk.at(answered.isAfter(desk.today()) ? desk.today() : answered, 11, 10);
        boolean closed = stage == 2;
        boolean municipality = CLIENT_MANAGER.equals(as);
        desk.add(
                Table.QUESTION,
                id,
                d.id,
                by,
                as,
                of,
                askedAt,
                stage == 0 ? "ASKED" : "ASKER",
                stage == 0 ? askedAt : answeredAt,
                closed ? desk.now() : null,
                closed ? by : null);
        desk.add(
                Table.QUESTION_MESSAGE,
                desk.id(),
                id,
                d.id,
                municipality,
                by,
                as,
                askedAt,
                desk.seal(phrase.question()));
        if (stage > 0) {
            desk.add(
                    Table.QUESTION_MESSAGE,
                    desk.id(),
                    id,
                    d.id,
                    municipality,
                    answers,
                    of,
                    answeredAt,
                    desk.seal(phrase.answer()));
        }
    }
}
