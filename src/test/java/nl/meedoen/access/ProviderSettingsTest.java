package nl.meedoen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.meedoen.access.provider.ProviderSettings;
import org.junit.jupiter.api.Test;

class ProviderSettingsTest {

    private static ProviderSettings settings(String issuer, String client, String roles, boolean create) {
        return new ProviderSettings(issuer, client, "", "x", "groups", roles, create, null, List.of("mfa"), null);
    }

    @Test
    void withoutAnIssuerItIsOff() {
        assertThat(settings("", "", "", false).on()).isFalse();
        assertThat(settings("https://login.example", "meedoen", "", false).on()).isTrue();
    }

    @Test
    void aGroupIsARoleAndEverythingElseIsNone() {
        ProviderSettings settings = settings("https://login.example", "meedoen", "cn=vip=COACH", false);
        assertThat(settings.rolesOf(List.of("cn=vip", "other"))).containsExactly(Role.COACH);
        assertThat(settings.rolesOf(List.of("COACH", "ADMINISTRATOR"))).isEmpty();
    }

    @Test
    void whatCannotWorkIsSaidAtTheStart() {
        assertThatThrownBy(() -> settings("https://login.example", "", "", false))
                .hasMessageContaining("client-id");
        assertThatThrownBy(() -> settings("", "", "vip=KING", false)).hasMessageContaining("group=ROLE");
        assertThatThrownBy(() -> settings("", "", "vip", false)).hasMessageContaining("group=ROLE");
        assertThatThrownBy(() -> settings("https://login.example", "meedoen", "", true))
                .hasMessageContaining("meedoen.provider.roles");
    }
}
