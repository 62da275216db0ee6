package nl.meedoen.factors.passkey;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meedoen.kernel.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What a browser is asked with, as JSON in the form that WebAuthn level 3 gives it. */
@Component
public class Ask {

    /** Ed25519, ES256 and RS256, in the order that we like them; browsers make all passkeys with one of these. */
    private static final List<Integer> ALGORITHMS = List.of(-8, -7, -257);

    private static final int PATIENCE_MILLIS = 300_000;

    private final Passkeys passkeys;
    private final JsonMapper json = new JsonMapper();

    Ask(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    /** Asks to make a passkey that the account does not have yet. */
    @Transactional(readOnly = true)
    public String toMake(AccountId account, String email, String name, byte[] challenge) {
        Map<String, Object> ask = new LinkedHashMap<>();
        ask.put("challenge", text(challenge));
        ask.put("rp", Map.of("id", passkeys.host(), "name", "Meedoen"));
        ask.put("user", Map.of("id", text(Handle.of(account)), "name", email, "displayName", name));
        ask.put(
                "pubKeyCredParams",
                ALGORITHMS.stream()
                        .map(algorithm -> Map.of("type", "public-key", "alg", algorithm))
                        .toList());
        ask.put("excludeCredentials", known(account));
        ask.put("authenticatorSelection", Map.of("residentKey", "preferred", "userVerification", "preferred"));
        ask.put("attestation", "none");
        ask.put("timeout", PATIENCE_MILLIS);
        return json.writeValueAsString(ask);
    }

    /** Asks for a passkey of this account, or of whoever is there, who then has to show to the device who they are. */
    @Transactional(readOnly = true)
    public String toUse(@Nullable AccountId account, byte[] challenge) {
        Map<String, Object> ask = new LinkedHashMap<>();
        ask.put("challenge", text(challenge));
        ask.put("rpId", passkeys.host());
        ask.put("allowCredentials", account == null ? List.of() : known(account));
        ask.put("userVerification", account == null ? "required" : "preferred");
        ask.put("timeout", PATIENCE_MILLIS);
        return json.writeValueAsString(ask);
    }

    private List<Map<String, Object>> known(AccountId account) {
        return passkeys.of(account).stream()
                .map(one -> Map.<String, Object>of(
                        "type", "public-key", "id", text(one.credentialId()), "transports", one.transports()))
                .toList();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
