package nl.meedoen.participants.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryAndLanguageTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private final CountryAndLanguage lists = CountryAndLanguage.load();

    @ParameterizedTest
    @CsvSource({
        "Syrië, SY",
        "Syrie, SY",
        "Syria, SY",
        "سوريا, SY",
        "Syrische, SY",
        "Iran, IR",
        "Irak, IQ",
        "Iraq, IQ",
        "turkije, TR",
        "Turkey, TR",
        "Jemen, YE",
        "Yemen, YE",
        "Afghanistan, AF",
        "Eritrea, ER",
        "Oekraïne, UA",
        "Somalië, SO",
        "SY, SY",
        "DR Congo, CD",
    })
    void countriesByName(String name, String code) {
        assertThat(lists.countryCode(name)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "Arabisch, ar",
        "Tigrinya, ti",
        "Dari, prs",
        "Farsi, fa",
        "Perzisch, fa",
        "Turks, tr",
        "Koerdisch, ku",
        "Kurmanji, kmr",
        "Kurmancî, kmr",
        "Koerdisch (Sorani), ckb",
        "Oekraïens, uk",
        "Ukrainian, uk",
        "Somali, so",
        "Pashto, ps",
        "العربية, ar",
        "prs, prs",
    })
    void languagesByName(String name, String code) {
        assertThat(lists.languageCode(name)).contains(code);
    }

    @Test
    void whatIsUnknownIsEmpty() {
        assertThat(lists.countryCode("Atlantis")).isEmpty();
        assertThat(lists.countryCode("ZZ")).isEmpty();
        assertThat(lists.languageCode("Klingons")).isEmpty();
        assertThat(lists.languageCode("")).isEmpty();
    }

    @Test
    void namesInBothLanguages() {
        assertThat(lists.languageName("prs", DUTCH)).isEqualTo("Dari");
        assertThat(lists.languageName("kmr", Locale.ENGLISH)).isEqualTo("Kurmanji");
        assertThat(lists.languageName("de", DUTCH)).isEqualTo("Duits");
        assertThat(lists.languageName("uk", DUTCH)).isEqualTo("Oekraïens");
        assertThat(lists.countryName("SY", DUTCH)).isEqualTo("Syrië");
        assertThat(lists.countryName("SY", Locale.ENGLISH)).isEqualTo("Syria");
        assertThat(lists.countries(DUTCH)).hasSizeGreaterThan(240);
        assertThat(lists.languages(DUTCH)).first().extracting("name").isEqualTo("Amhaars");
    }

    @Test
    void languagesAreFoundByAPartOfTheirNameInAnyLanguage() {
        assertThat(lists.search("arab", DUTCH, 8)).first().extracting("code").isEqualTo("ar");
        assertThat(lists.search("koerd", DUTCH, 8)).extracting("code").contains("ku");
        assertThat(lists.search("dutch", DUTCH, 8)).extracting("name").contains("Nederlands");
        assertThat(lists.search("a", DUTCH, 5)).hasSize(5);
        assertThat(lists.search(" ", DUTCH, 5)).isEmpty();
        assertThat(lists.oftenSpoken(DUTCH, 3)).extracting("code").containsExactly("ar", "ti", "prs");
    }
}
