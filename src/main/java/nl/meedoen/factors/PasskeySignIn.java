package nl.meedoen.factors;

import java.util.Optional;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actors;
import nl.meedoen.factors.passkey.Passkeys;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.privacy.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in with a passkey and nothing else. It is two steps by itself: the device that one has, and the PIN, finger or
 * face by which the device knows its owner, without which it does not count here.
 */
@Service
public class PasskeySignIn {

    private final Passkeys passkeys;
    private final FactorNews news;
    private final Actors actors;
    private final TransactionTemplate transactions;

    PasskeySignIn(Passkeys passkeys, FactorNews news, Actors actors, PlatformTransactionManager transactions) {
        this.passkeys = passkeys;
        this.news = news;
        this.actors = actors;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Whose passkey answered this challenge rightly; empty for any other answer and for accounts not in use. */
    public Optional<AccountId> whose(String answer, byte[] challenge) {
        Optional<AccountId> said = ActingAs.service(() -> transactions.execute(tx -> passkeys.saidToBeOf(answer)));
        if (said == null || said.isEmpty() || actors.find(said.get(), null).isEmpty()) {
            return Optional.empty();
        }
        AccountId account = said.get();
        boolean right = Boolean.TRUE.equals(ActingAs.halfway(
                account,
                () -> transactions.execute(tx -> {
                    boolean fits = passkeys.use(account, answer, challenge, true);
                    if (fits) {
                        news.own(account, Trail.Action.CHANGED, "passkey-used", null);
                    }
                    return fits;
                })));
        return right ? Optional.of(account) : Optional.empty();
    }
}
