package nl.meedoen.participants.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meedoen.participants.reference.MunicipalityAnswer.Found;
import nl.meedoen.participants.reference.MunicipalityAnswer.Several;
import nl.meedoen.participants.reference.MunicipalityAnswer.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MunicipalityLookupTest {

    private final MunicipalityLookup lookup = MunicipalityLookup.load();

    @Test
    void knowsAll() {
        assertThat(lookup.all()).hasSize(342);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Groningen, Groningen, false",
                "midden groningen, Midden-Groningen, false",
                "Gemeente Westerkwartier, Westerkwartier, false",
                "GM0014, Groningen, false",
                "Den Haag, 's-Gravenhage, false",
                "s Gravenhage, 's-Gravenhage, false",
                "Sudwest Fryslan, Súdwest-Fryslân, false",
                "Hengelo, Hengelo (O.), false",
                "Leek, Westerkwartier, true",
                "Norg, Noordenveld, true",
                "Zuidhorn, Westerkwartier, true",
            })
    void findsTheMunicipalityOfToday(String asked, String name, boolean former) {
        assertThat(lookup.resolve(asked)).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.name()).isEqualTo(name);
            assertThat(found.wasFormer()).isEqualTo(former);
        });
    }

    @Test
    void asksWhereANameMeansMore() {
        assertThat(lookup.resolve("Winsum"))
                .isInstanceOfSatisfying(
                        Several.class,
                        several -> assertThat(several.choices())
                                .extracting(Municipality::code)
                                .containsExactly("GM1966", "GM1969"));
        assertThat(lookup.resolve("Bergen")).isInstanceOf(Several.class);
    }

    @Test
    void suggestsWhatLooksAlike() {
        assertThat(suggestions("Westerkwartir")).first().isEqualTo("Westerkwartier");
        assertThat(suggestions("Hoogezand")).first().isEqualTo("Midden-Groningen");
        assertThat(suggestions("Xyzzy")).isEmpty();
        assertThat(suggestions("")).isEmpty();
    }

    private List<String> suggestions(String asked) {
        return ((Unknown) lookup.resolve(asked))
                .suggestions().stream().map(Municipality::name).toList();
    }
}
