package nl.meedoen.access.passwords;

import java.util.Optional;
import nl.meedoen.kernel.AccountId;

/** Compares a password with what is kept of it; takes as long when nothing is kept. */
public interface PasswordCheck {

    /** Whether this is the password; never without a hash. */
    boolean matches(Optional<String> hash, String password);

    /** Keeps a password that was just found right in today's way, where it was kept in an older one. */
    void renew(AccountId id, String hash, String password);
}
