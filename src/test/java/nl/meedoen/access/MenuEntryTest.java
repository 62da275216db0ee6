package nl.meedoen.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MenuEntryTest {

    private final MenuEntry employers = new MenuEntry(40, "/employers", "menu", "building", Permission.EMPLOYERS_EDIT)
            .with("/openings", "/placements");

    @ParameterizedTest
    @CsvSource({
        "/employers, true",
        "/employers/1, true",
        "/openings, true",
        "/placements/new, true",
        "/placementsoverview, false",
        "/participants/1/placements, false",
        "/, false"
    })
    void aDoorStandsOutOnEveryPageBehindIt(String page, boolean leads) {
        assertThat(employers.leadsTo(page)).isEqualTo(leads);
    }
}
