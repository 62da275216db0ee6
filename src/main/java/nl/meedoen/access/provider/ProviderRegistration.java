package nl.meedoen.access.provider;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;

/** What the provider says of itself, asked for when the first person comes by it: Meedoen starts without it too. */
@Component
public class ProviderRegistration implements ClientRegistrationRepository {

    /** Names the provider in addresses. */
    public static final String ID = "municipality";

    /** Where the button leads. */
    public static final String BEGIN = "/sign-in/provider";

    /** Where the provider sends people back to. */
    public static final String BACK = "/sign-in/back";

    private final ProviderSettings settings;
    private final String address;
    private volatile @Nullable ClientRegistration known;

    ProviderRegistration(ProviderSettings settings, @Value("${meedoen.address}") String address) {
        this.settings = settings;
        this.address = address.replaceAll("/+$", "");
    }

    /** @throws IllegalArgumentException when the provider does not answer */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!settings.on() || !ID.equals(id)) {
            return null;
        }
        ClientRegistration found = known;
        if (found == null) {
            found = ClientRegistrations.fromIssuerLocation(settings.issuer())
                    .registrationId(ID)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .clientName(settings.label())
                    .redirectUri(address + BACK + "/" + ID)
                    .scope("openid", "email", "profile")
                    .build();
            known = found;
        }
        return found;
    }
}
