package nl.meedoen.access;

import java.io.Serializable;
import java.security.Principal;
import nl.meedoen.kernel.AccountId;

/**
 * What a session remembers of a sign-in: the account and nothing that can be taken away from it.
 *
 * @param account the account's id as text, so that sessions can be found by it
 */
public record SignedIn(String account) implements Principal, Serializable {

    @Override
    public String getName() {
        return account;
    }

    public AccountId id() {
        return AccountId.of(account);
    }
}
