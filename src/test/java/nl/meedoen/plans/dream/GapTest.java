package nl.meedoen.plans.dream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.participants.brought.Brought;
import org.junit.jupiter.api.Test;

class GapTest {

    private static final Demand NURSE =
            new Demand(LanguageLevel.B2, 4, "Nurse", List.of("B"), true, "the register", null);

    @Test
    void nothingIsKnownOfSomebodyWithoutAnIntake() {
        assertThat(gaps(null, List.of(), Set.of()))
                .containsExactly("LANGUAGE UNKNOWN", "DIPLOMA UNKNOWN", "LICENCE_B MISSING", "REGISTRATION UNKNOWN");
    }

    @Test
    void theSameLevelIsEnoughAndOneLowerIsNot() {
        assertThat(gaps(LanguageLevel.B2, List.of(), Set.of("B"))).contains("LANGUAGE MET", "LICENCE_B MET");
        assertThat(gaps(LanguageLevel.B1, List.of(), Set.of("B"))).contains("LANGUAGE MISSING");
    }

    @Test
    void aDiplomaFromAbroadHasToBeValued() {
        assertThat(gaps(null, List.of(school(6, true, true, false)), Set.of()))
                .contains("DIPLOMA MET", "VALUATION MISSING");
        assertThat(gaps(null, List.of(school(6, true, true, true)), Set.of())).contains("DIPLOMA MET", "VALUATION MET");
    }

    @Test
    void aDutchDiplomaNeedsNoValuation() {
        assertThat(gaps(null, List.of(school(4, true, false, false)), Set.of()))
                .contains("DIPLOMA MET")
                .noneMatch(gap -> gap.startsWith("VALUATION"));
    }

    @Test
    void aValuedDiplomaGoesBeforeAHigherOneThatIsNot() {
        assertThat(gaps(null, List.of(school(7, true, true, false), school(5, true, true, true)), Set.of()))
                .contains("VALUATION MET");
    }

    @Test
    void aSchoolWithoutPaperOrTooLowIsNoDiploma() {
        assertThat(gaps(null, List.of(school(6, false, true, false), school(2, true, false, false)), Set.of()))
                .contains("DIPLOMA MISSING");
    }

    @Test
    void whatIsNotAskedForIsNoGap() {
        Demand nothing = new Demand(null, null, null, List.of(), false, null, null);
        assertThat(Gap.between(nothing, new Brought(null, null, List.of(), Set.of(), List.of())))
                .isEmpty();
    }

    private static Brought.School school(int level, boolean diploma, boolean abroad, boolean valued) {
        return new Brought.School(level, null, diploma, abroad, valued, false, null);
    }

    private static List<String> gaps(
            @org.jspecify.annotations.Nullable LanguageLevel dutch,
            List<Brought.School> schools,
            Set<String> licences) {
        return Gap.between(NURSE, new Brought(dutch, null, schools, licences, List.of())).stream()
                .map(gap -> gap.code() + " " + gap.state())
                .toList();
    }
}
