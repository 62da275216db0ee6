package nl.meedoen.access.provider;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meedoen.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider that people may sign in with; README.md says what each setting does.
 *
 * @param issuer the address of the provider; empty for none
 * @param label what the button says, such as the name of the social service
 * @param rolesClaim the claim with somebody's groups; empty where the provider says nothing of roles
 * @param roles which group is which role: {@code vip-klantmanagers=CLIENT_MANAGER,vip-coaches=COACH}
 * @param create whether somebody without an account gets one, with the roles of their groups
 * @param municipalities CBS codes that a client manager serves whose account is made here
 * @param secondFactorAmr values of {@code amr} by which the provider says that there was a second factor
 * @param secondFactorAcr values of {@code acr} that say so
 */
@ConfigurationProperties("meedoen.provider")
public record ProviderSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("OpenID Connect") String label,
        @DefaultValue("") String rolesClaim,
        @DefaultValue("") String roles,
        @DefaultValue("false") boolean create,
        @Nullable List<String> municipalities,
        @DefaultValue("mfa") List<String> secondFactorAmr,
        @Nullable List<String> secondFactorAcr) {

    public ProviderSettings {
        if (!issuer.isBlank() && clientId.isBlank()) {
            throw new IllegalStateException("meedoen.provider.issuer is set, so meedoen.provider.client-id is needed");
        }
        if (create && roles.isBlank()) {
            throw new IllegalStateException(
                    "meedoen.provider.create makes accounts, so meedoen.provider.roles is needed");
        }
        mapping(roles);
    }

    /** Whether there is a provider. */
    public boolean on() {
        return !issuer.isBlank();
    }

    /** The roles of somebody in these groups. */
    public Set<Role> rolesOf(List<String> groups) {
        Set<Role> found = EnumSet.noneOf(Role.class);
        Map<String, Role> mapping = mapping(roles);
        groups.stream().filter(mapping::containsKey).map(mapping::get).forEach(found::add);
        return found;
    }

    private static Map<String, Role> mapping(String text) {
        Map<String, Role> mapping = new LinkedHashMap<>();
        for (String pair : text.split(",")) {
            if (pair.isBlank()) {
                continue;
            }
            int at = pair.lastIndexOf('=');
            try {
                mapping.put(
                        pair.substring(0, at).strip(),
                        Role.valueOf(pair.substring(at + 1).strip()));
            } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
                throw new IllegalStateException(
                        "meedoen.provider.roles has to be group=ROLE,group=ROLE and not " + pair, e);
            }
        }
        return mapping;
    }
}
