package nl.meedoen.access;

import java.util.List;

/** Accounts with a known password that the sign-in page may show; only the demo has them. */
public interface SignInHints {

    /** One account and the message code of its role. */
    record Hint(String email, String roleKey) {}

    List<Hint> accounts();

    /** The password of all of them. */
    String password();
}
