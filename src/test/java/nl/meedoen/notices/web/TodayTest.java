package nl.meedoen.notices.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.meedoen.desk.Attention;
import nl.meedoen.notices.Waiting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TodayTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void dangerComesBeforeWaitingAndTheOldestFirst() {
        TodayPage page = page(
                row("a.wait", "wait", "Oldest", TODAY.minusDays(9)),
                row("b.danger", "danger", "Young", TODAY.minusDays(1)),
                row("b.danger", "danger", "Old", TODAY.minusDays(3)));

        assertThat(page.groups()).extracting(TodayPage.Group::titleKey).containsExactly("b.danger", "a.wait");
        assertThat(page.groups().get(0).rows()).extracting(TodayPage.Row::title).containsExactly("Old", "Young");
    }

    @Test
    void whatHasNoDayComesLast() {
        TodayPage page = page(row("a", "wait", "No day", null), row("a", "wait", "A day", TODAY));

        assertThat(page.groups().get(0).rows()).extracting(TodayPage.Row::title).containsExactly("A day", "No day");
    }

    @Test
    void aKindIsCountedWholeAndFoldedAfterFive() {
        Attention[] seven = IntStream.range(0, 7)
                .mapToObj(n -> row("a", "danger", "Row " + n, TODAY.minusDays(n)))
                .toArray(Attention[]::new);

        TodayPage.Group group = page(seven).groups().get(0);

        assertThat(group.count()).isEqualTo(7);
        assertThat(group.rows()).hasSize(TodayPages.SHOWN_AT_ONCE);
        assertThat(group.left()).isEqualTo(2);

        TodayPage.Group all = TodayPages.page(now(seven), "Wim", TODAY, LocalTime.NOON, true, true, "a")
                .groups()
                .get(0);
        assertThat(all.rows()).hasSize(7);
        assertThat(all.left()).isZero();
    }

    @Test
    void onlyWhatIsPastItsDayIsLate() {
        TodayPage page = page(row("a", "wait", "Yesterday", TODAY.minusDays(1)), row("a", "wait", "Today", TODAY));

        assertThat(page.count()).isEqualTo(2);
        assertThat(page.late()).isEqualTo(1);
    }

    @Test
    void anAppointmentStandsOnTheAgendaAndWaitsForNobody() {
        TodayPage page = page(
                row("plan", "busy", "Later", TODAY.plusDays(3)),
                row("plan", "busy", "Sooner", TODAY),
                row("plan", "busy", "Missed", TODAY.minusDays(1)));

        assertThat(page.agenda()).extracting(TodayPage.Row::title).containsExactly("Sooner", "Later");
        assertThat(page.count()).isEqualTo(1);
    }

    @Test
    void choicesForASnoozeAreThreeDifferentDays() {
        assertThat(TodayPages.days(LocalDate.of(2026, 11, 25)))
                .extracting(TodayPage.Day::day)
                .containsExactly(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 9));
        assertThat(TodayPages.days(LocalDate.of(2026, 11, 29)))
                .extracting(TodayPage.Day::day)
                .containsExactly(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 13));
    }

    @Test
    void theGreetingFollowsTheHour() {
        assertThat(greetingAt(8)).isEqualTo("notices.greeting.morning");
        assertThat(greetingAt(12)).isEqualTo("notices.greeting.afternoon");
        assertThat(greetingAt(18)).isEqualTo("notices.greeting.evening");
    }

    private static String greetingAt(int hour) {
        return TodayPages.page(now(), "Wim", TODAY, LocalTime.of(hour, 0), true, true, null)
                .greetingKey();
    }

    private static TodayPage page(Attention... rows) {
        return TodayPages.page(now(rows), "Wim", TODAY, LocalTime.NOON, true, true, null);
    }

    private static Waiting.Now now(Attention... rows) {
        return Waiting.sorted(List.of(rows), Map.of(), Map.of(), TODAY);
    }

    private static Attention row(String kind, String tone, String title, @Nullable LocalDate due) {
        return new Attention(kind, tone, "clock", title, "What it is about", "/today", due);
    }
}
