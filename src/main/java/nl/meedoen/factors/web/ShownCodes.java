package nl.meedoen.factors.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import nl.meedoen.kernel.AccountId;
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

    void keep(AccountId account, List<String> codes, HttpServletRequest request) {
        if (!codes.isEmpty()) {
            request.getSession().setAttribute(KEPT, vault.seal(account + "\n" + String.join("\n", codes)));
        }
    }

    /** The account's codes that were made in this session and not yet put away; none when there are none. */
    List<String> of(AccountId account, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEPT) instanceof byte[] sealed)) {
            return List.of();
        }
        List<String> lines = List.of(String.valueOf(vault.open(sealed)).split("\n"));
        // a session that another account took over shows nothing of the one before
        return lines.get(0).equals(account.toString()) ? lines.subList(1, lines.size()) : List.of();
    }

    void putAway(HttpServletRequest request) {
        request.getSession().removeAttribute(KEPT);
    }
}
