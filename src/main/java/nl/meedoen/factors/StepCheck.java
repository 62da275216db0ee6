package nl.meedoen.factors;

import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import nl.meedoen.factors.app.AuthenticatorApp;
import nl.meedoen.factors.passkey.Passkeys;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.privacy.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at a second step after the right password. Each code counts once; guessing gets slower and is told of. */
@Service
@Transactional
public class StepCheck {

    /** Whether it was right, and if it was not looked at, how long the next try has to wait. */
    public record Outcome(boolean right, Duration pause) {}

    private final AuthenticatorApp app;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final StepThrottle throttle;
    private final FactorNews news;

    StepCheck(AuthenticatorApp app, Passkeys passkeys, RecoveryCodes codes, StepThrottle throttle, FactorNews news) {
        this.app = app;
        this.passkeys = passkeys;
        this.codes = codes;
        this.throttle = throttle;
        this.news = news;
    }

    /** Looks at a code of the app or a recovery code, with or without its spaces and dashes. */
    public Outcome code(AccountId account, String typed) {
        String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return attempt(account, () -> {
            if (code.matches("[0-9]{6}")) {
                return used(account, "app", app.use(account, code));
            }
            boolean right = used(account, "recovery-code", codes.use(account, code));
            if (right) {
                news.write(account, "code-used", codes.left(account));
            }
            return right;
        });
    }

    /** Looks at what a browser says with a passkey of the account. */
    public Outcome passkey(AccountId account, String answer, byte[] challenge) {
        return attempt(account, () -> used(account, "passkey", passkeys.use(account, answer, challenge, false)));
    }

    private Outcome attempt(AccountId account, BooleanSupplier look) {
        Duration wait = throttle.wait(account);
        if (!wait.isZero()) {
            return new Outcome(false, wait);
        }
        if (look.getAsBoolean()) {
            throttle.forget(account);
            return new Outcome(true, Duration.ZERO);
        }
        news.refused(account);
        if (throttle.failed(account) == StepThrottle.FREE_TRIES) {
            news.write(account, "guessing");
        }
        return new Outcome(false, Duration.ZERO);
    }

    private boolean used(AccountId account, String kind, boolean right) {
        if (right) {
            news.own(account, Trail.Action.CHANGED, kind + "-used", null);
        }
        return right;
    }
}
