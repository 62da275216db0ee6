package nl.meedoen.access.halfway;

import java.io.Serializable;
import java.security.Principal;
import nl.meedoen.kernel.AccountId;

/**
 * What a session remembers of somebody who gave the right password and owes a second step. It is not a
 * {@link nl.meedoen.access.SignedIn}, so that whatever asks for somebody who is signed in finds nobody.
 *
 * @param account the account's id as text, so that these sessions are found and ended with the others
 * @param at when the password was given, in milliseconds
 */
public record PasswordGiven(String account, long at) implements Principal, Serializable {

    @Override
    public String getName() {
        return account;
    }

    public AccountId id() {
        return AccountId.of(account);
    }
}
