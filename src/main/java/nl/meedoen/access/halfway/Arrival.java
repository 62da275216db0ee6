package nl.meedoen.access.halfway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.meedoen.kernel.AccountId;

/** The last moment of signing in. */
public interface Arrival {

    /** Signs the account in on this session, under a new name of the session; the page to go to. */
    String arrive(AccountId account, HttpServletRequest request, HttpServletResponse response);
}
