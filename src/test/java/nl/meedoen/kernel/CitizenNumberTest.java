package nl.meedoen.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BSN 111222333 staat in het systeem",
                "111222333",
                "bsn:111.222.333",
                "1112.22.333",
                "111 222 333",
                "111-222-333",
                "BSN111222333, bel 06-12345678",
                "06-12345678 111222333",
                "06-12345678 111 222 333",
                "kamer 12 111222333",
                "kamer 12 111 222 333",
                "geboren 01-02-1990 111222333",
                "١١١٢٢٢٣٣٣",
                "scan-111222333.pdf",
                "123456782",
                "111222333.00"
            })
    void isFoundInText(String text) {
        assertThat(CitizenNumber.looksLikeOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456789",
                "000000000",
                "+31 6 11222333",
                "+31 6 35251474",
                "+31111222333",
                "+31 111222333",
                "0031 111222333",
                "06-11122233",
                "0111222333",
                "1112223330",
                "11122233",
                "KL-2000",
                "VIP-2026-000123",
                "01-02-1990 1",
                "dossier 1112223334445",
                "NL91ABNA0417164300",
                "111222333444"
            })
    void otherNumbersAreLeftAlone(String text) {
        assertThat(CitizenNumber.looksLikeOne(text)).isFalse();
    }

    @Test
    void noPhoneNumberTripsIt() {
        for (int i = 10_000_000; i < 100_000_000; i += 9_973) {
            String eight = Integer.toString(i);
            assertThat(CitizenNumber.looksLikeOne("06-" + eight)).isFalse();
            assertThat(CitizenNumber.looksLikeOne("+31 6 " + eight)).isFalse();
            assertThat(CitizenNumber.looksLikeOne("+316" + eight)).isFalse();
            assertThat(CitizenNumber.looksLikeOne("06 " + eight.substring(0, 4) + " " + eight.substring(4)))
                    .isFalse();
        }
    }

    @Test
    void isMaskedWhereItMustBeSentBack() {
        assertThat(CitizenNumber.mask("BSN 111222333, bel 06-12345678")).isEqualTo("BSN •••••••••, bel 06-12345678");
        assertThat(CitizenNumber.mask("niets aan de hand 2026")).isEqualTo("niets aan de hand 2026");
        assertThat(CitizenNumber.looksLikeOne(CitizenNumber.mask("06-12345678 111.222.333")))
                .isFalse();
    }
}
