package nl.meedoen.access;

import java.util.Optional;

/** Compares a password with what is kept of it; takes as long when nothing is kept. */
public interface PasswordCheck {

    boolean matches(Optional<String> hash, String password);
}
