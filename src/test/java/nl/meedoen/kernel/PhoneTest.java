package nl.meedoen.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @CsvSource({
        "06 12345678, +31612345678, 06 12345678",
        "06-12345678, +31612345678, 06 12345678",
        "+31 6 12345678, +31612345678, 06 12345678",
        "0031612345678, +31612345678, 06 12345678",
        "+31 (0)6 12345678, +31612345678, 06 12345678",
        "612345678, +31612345678, 06 12345678",
        "06 70581101, +31670581101, 06 70581101",
        "050-3123456, +31503123456, 050 312 3456",
        "+963 944 123 456, +963944123456, +963 944 123 456",
    })
    void isReadAsTyped(String typed, String e164, String shown) {
        assertThat(Phone.parse(typed)).contains(new Phone(e164));
        assertThat(new Phone(e164).display()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "bel via buurvrouw", "06", "0612", "06-1234567", "0612345678 moeder", "06123456789012345"})
    void whatIsNoNumberIsEmpty(String typed) {
        assertThat(Phone.parse(typed)).isEmpty();
    }

    @Test
    void isKeptInOneFormOnly() {
        assertThatThrownBy(() -> new Phone("0612345678")).hasMessage("phone.unreadable");
    }

    @Test
    void isFoundInText() {
        assertThat(Phone.findIn("06-12345678 (moeder)")).contains(new Phone("+31612345678"));
        assertThat(Phone.findIn("050-3123456 / 06 12345678")).contains(new Phone("+31503123456"));
        assertThat(Phone.findIn("bel via buurvrouw")).isEmpty();
    }
}
