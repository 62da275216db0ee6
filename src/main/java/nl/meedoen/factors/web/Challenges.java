package nl.meedoen.factors.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** What a browser has to answer with a passkey; one at a time in a session, and each counts once. */
@Component
class Challenges {

    private static final String KEPT = "meedoen.passkey-challenge";
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    byte[] make(HttpServletRequest request) {
        byte[] challenge = new byte[BYTES];
        random.nextBytes(challenge);
        request.getSession().setAttribute(KEPT, challenge);
        return challenge;
    }

    /** The challenge of this session, which then is gone; one that nobody can answer where there is none. */
    byte[] take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(KEPT) instanceof byte[] kept) {
            session.removeAttribute(KEPT);
            return kept;
        }
        byte[] none = new byte[BYTES];
        random.nextBytes(none);
        return none;
    }
}
