package nl.meedoen.factors.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes of RFC 6238 and RFC 4226, and how far from now one may be. */
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void theExamplesOfRfc6238(long seconds, String code) {
        assertThat(Totp.digits(SECRET, Totp.step(Instant.ofEpochSecond(seconds)), 8))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314", "9, 520489"})
    void theExamplesOfRfc4226(long counter, String code) {
        assertThat(Totp.code(SECRET, counter)).isEqualTo(code);
    }

    @Test
    void theStepBeforeAndTheOneAfterCountToo() {
        long now = Totp.step(NOW);
        for (long step = now - 1; step <= now + 1; step++) {
            assertThat(Totp.match(SECRET, Totp.code(SECRET, step), NOW)).hasValue(step);
        }
        assertThat(Totp.match(SECRET, Totp.code(SECRET, now - 2), NOW)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, now + 2), NOW)).isEmpty();
    }

    @Test
    void anotherSecretGivesAnotherCode() {
        byte[] other = SECRET.clone();
        other[19]++;
        assertThat(Totp.match(other, Totp.code(SECRET, Totp.step(NOW)), NOW)).isEmpty();
        assertThat(Totp.match(SECRET, "", NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void theExamplesOfRfc4648(String text, String base32) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(Base32.of(bytes)).isEqualTo(base32);
        assertThat(Base32.bytes(base32)).isEqualTo(bytes);
    }

    @Test
    void whatIsNotBase32IsRefused() {
        assertThatThrownBy(() -> Base32.bytes("ABC1")).isInstanceOf(IllegalArgumentException.class);
    }
}
