package nl.meedoen.factors.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import nl.meedoen.privacy.Vault;
import org.springframework.stereotype.Component;

/** Recovery codes between making them and "I have kept them": sealed in the session, nowhere else readable. */
@Component
class ShownCodes {

    private static final String KEPT = "meedoen.new-recovery-codes";

    private final Vault vault;

    ShownCodes(Vault vault) {
        this.vault = vault;
    }

    void keep(List<String> codes, HttpServletRequest request) {
        if (!codes.isEmpty()) {
            request.getSession().setAttribute(KEPT, vault.seal(String.join("\n", codes)));
        }
    }

    /** The codes that were made in this session and not yet put away; none when there are none. */
    List<String> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(KEPT) instanceof byte[] sealed
                ? List.of(String.valueOf(vault.open(sealed)).split("\n"))
                : List.of();
    }

    void putAway(HttpServletRequest request) {
        request.getSession().removeAttribute(KEPT);
    }
}
