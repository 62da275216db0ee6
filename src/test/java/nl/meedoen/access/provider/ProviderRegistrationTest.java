package nl.meedoen.access.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A provider that does not answer keeps nobody from starting Meedoen; its button says that it did not work. */
class ProviderRegistrationTest {

    private static ProviderRegistration registration(String issuer) {
        return new ProviderRegistration(
                new ProviderSettings(issuer, "meedoen", "", "x", "", "", false, null, List.of("mfa"), null),
                "https://meedoen.example/");
    }

    @Test
    void itIsAskedForWhenSomebodyComes() throws IOException {
        int closed;
        try (ServerSocket port = new ServerSocket(0)) {
            closed = port.getLocalPort();
        }
        ProviderRegistration registration = registration("http://localhost:" + closed);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registration.findByRegistrationId(ProviderRegistration.ID))
                .withMessageContaining("Issuer");
    }

    @Test
    void withoutAnIssuerAndUnderAnotherNameThereIsNone() {
        assertThat(registration("").findByRegistrationId(ProviderRegistration.ID))
                .isNull();
        assertThat(registration("http://localhost:1").findByRegistrationId("another"))
                .isNull();
    }
}
