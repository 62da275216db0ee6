package nl.meedoen.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.meedoen.desk.Attention;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What waits, what was put away, and that they are counted once. */
class WaitingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LATER = TODAY.plusDays(4);

    private static final Attention LATE = row("late", "danger", "Amal", TODAY.minusDays(3));
    private static final Attention SILENT = row("silent", "wait", "Bahar", TODAY);

    @Test
    void whatWasPutAwayWaitsNoMoreAndIsListed() {
        Waiting.Now now = now(Map.of(Waiting.mark(LATE), LATER), LATE, SILENT);
        assertThat(now.waiting()).extracting(Waiting.Item::attention).containsExactly(SILENT);
        assertThat(now.count()).isOne();
        assertThat(now.late(TODAY)).isZero();
        assertThat(now.putAway()).extracting(Waiting.PutAway::until).containsExactly(LATER);
    }

    @Test
    void anotherDayIsAnotherThing() {
        Map<String, LocalDate> snoozed = Map.of(Waiting.mark(LATE), LATER);
        Attention next = row("late", "danger", "Amal", TODAY.minusDays(1));
        assertThat(now(snoozed, next).count()).isOne();
    }

    @Test
    void whatIsDoneMeanwhileIsNotListedEither() {
        Waiting.Now now = now(Map.of(Waiting.mark(LATE), LATER), SILENT);
        assertThat(now.putAway()).isEmpty();
    }

    @Test
    void aKindOfWhichThereAreMoreIsCountedWholeWithoutWhatWasPutAway() {
        Waiting.Now now = Waiting.sorted(
                List.of(LATE, SILENT),
                Map.of("silent", new Attention.Whole(75, "/participants?attention=silent")),
                Map.of(Waiting.mark(LATE), LATER),
                TODAY);
        assertThat(now.count("silent")).isEqualTo(75);
        assertThat(now.count()).isEqualTo(75);
        Waiting.Now less = Waiting.sorted(
                List.of(SILENT, row("silent", "wait", "Celine", TODAY)),
                Map.of("silent", new Attention.Whole(75, "/participants?attention=silent")),
                Map.of(Waiting.mark(SILENT), LATER),
                TODAY);
        assertThat(less.count()).isEqualTo(74);
    }

    private static Waiting.Now now(Map<String, LocalDate> snoozed, Attention... rows) {
        return Waiting.sorted(List.of(rows), Map.of(), snoozed, TODAY);
    }

    private static Attention row(String kind, String tone, String title, @Nullable LocalDate due) {
        return new Attention(kind, tone, "clock", title, "What it is about", "/today#" + title, due);
    }
}
