package nl.meedoen.notices.digest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.privacy.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address in each digest that stops it without signing in. The account stands in it, sealed by the vault: nobody can
 * make such an address or read from it whose it is, and it does nothing but stop.
 */
@Component
public class StopLinks {

    static final String PATH = "/digest/stop/";
    private static final String PURPOSE = "digest-stop ";

    private final Vault vault;
    private final String address;

    StopLinks(Vault vault, @Value("${meedoen.address:http://localhost:8080}") String address) {
        this.vault = vault;
        this.address = address.replaceAll("/+$", "");
    }

    /** The whole address for this account. */
    public String of(AccountId account) {
        return address + PATH + Base64.getUrlEncoder().withoutPadding().encodeToString(vault.seal(PURPOSE + account));
    }

    /** Whose it is; empty for one that we did not make. */
    public Optional<AccountId> read(String token) {
        try {
            String text = vault.open(Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.US_ASCII)));
            return text == null || !text.startsWith(PURPOSE)
                    ? Optional.empty()
                    : Optional.of(new AccountId(UUID.fromString(text.substring(PURPOSE.length()))));
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }
}
