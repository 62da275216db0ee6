package nl.meedoen.plans.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewCalendarTest {

    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 5);

    @Test
    void aYearOfReviewsHasOneHalfWayAndOneAtTheEnd() {
        List<ReviewCalendar.Past> past = run(new ReviewCalendar(BEGIN, 6, null));
        assertThat(past).extracting(ReviewCalendar.Past::kind).containsOnlyOnce(ReviewKind.HALFWAY, ReviewKind.FINAL);
        assertThat(past.get(0).on()).isEqualTo(LocalDate.of(2026, 2, 16));
        assertThat(past.get(past.size() - 1))
                .isEqualTo(new ReviewCalendar.Past(ReviewKind.FINAL, LocalDate.of(2027, 1, 4)));
        assertThat(past).extracting(ReviewCalendar.Past::on).isSorted();
        assertThat(past).hasSizeBetween(8, 9);
    }

    @Test
    void aTermThatEndsSoonerMovesTheEndAndHalfWay() {
        ReviewCalendar calendar = new ReviewCalendar(BEGIN, 6, LocalDate.of(2026, 9, 14));
        assertThat(calendar.finalOn()).isEqualTo(LocalDate.of(2026, 8, 17));
        assertThat(calendar.halfwayOn()).isEqualTo(LocalDate.of(2026, 4, 27));
        assertThat(new ReviewCalendar(BEGIN, 6, LocalDate.of(2029, 1, 1)).finalOn())
                .isEqualTo(LocalDate.of(2027, 1, 4));
    }

    @Test
    void aTermThatIsNearlyOverLeavesOneReview() {
        ReviewCalendar calendar = new ReviewCalendar(BEGIN, 6, BEGIN.plusDays(10));
        assertThat(calendar.next(List.of())).isEqualTo(new ReviewCalendar.Due(ReviewKind.FINAL, calendar.finalOn()));
        assertThat(calendar.finalOn()).isEqualTo(BEGIN.plusWeeks(6));
    }

    @Test
    void aReviewHeldLateCountsFromTheDayItWasHeld() {
        LocalDate held = LocalDate.of(2026, 3, 2);
        ReviewCalendar.Due next =
                new ReviewCalendar(BEGIN, 6, null).next(List.of(new ReviewCalendar.Past(ReviewKind.REGULAR, held)));
        assertThat(next).isEqualTo(new ReviewCalendar.Due(ReviewKind.REGULAR, held.plusWeeks(6)));
    }

    @Test
    void nothingIsDueInAWeekend() {
        LocalDate saturday = LocalDate.of(2026, 1, 3);
        assertThat(run(new ReviewCalendar(saturday, 3, null)))
                .allSatisfy(
                        one -> assertThat(one.on().getDayOfWeek().getValue()).isLessThan(6));
    }

    private static List<ReviewCalendar.Past> run(ReviewCalendar calendar) {
        List<ReviewCalendar.Past> past = new ArrayList<>();
        for (ReviewCalendar.Due due = calendar.next(past); due != null; due = calendar.next(past)) {
            past.add(new ReviewCalendar.Past(due.kind(), due.on()));
            assertThat(past).hasSizeLessThan(60);
        }
        return past;
    }
}
