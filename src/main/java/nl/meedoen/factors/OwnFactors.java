package nl.meedoen.factors;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.factors.app.AuthenticatorApp;
import nl.meedoen.factors.passkey.Passkeys;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person does with the own second steps: add, remove, make recovery codes. */
@Service
@Transactional
public class OwnFactors {

    private final SecondFactors factors;
    private final AuthenticatorApp app;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final FactorNews news;
    private final JdbcClient jdbc;

    OwnFactors(
            SecondFactors factors,
            AuthenticatorApp app,
            Passkeys passkeys,
            RecoveryCodes codes,
            FactorNews news,
            JdbcClient jdbc) {
        this.factors = factors;
        this.app = app;
        this.passkeys = passkeys;
        this.codes = codes;
        this.news = news;
        this.jdbc = jdbc;
    }

    /** The secret that an app is to be given, in base32; the same until a right code makes it count. */
    public String offeredSecret(AccountId account) {
        return app.offered(account);
    }

    /**
     * Makes the offered app count.
     *
     * @return empty when the code is not right; otherwise the recovery codes that were made, none when there were some
     */
    public Optional<List<String>> addApp(AccountId account, String code) {
        return app.confirm(account, code.replaceAll("\\s", "")).map(id -> added(account, "app", id));
    }

    /**
     * Keeps a passkey that a browser made.
     *
     * @param answer what the browser gave, as JSON
     * @param challenge what it was asked with
     * @return empty when the answer is not right; otherwise the recovery codes that were made, none when there were some
     */
    public Optional<List<String>> addPasskey(AccountId account, String answer, byte[] challenge, String name) {
        return passkeys.add(account, answer, challenge, name).map(id -> added(account, "passkey", id));
    }

    /** Recovery codes are made when there are none left. */
    private List<String> added(AccountId account, String kind, UUID id) {
        news.own(account, Trail.Action.CREATED, kind, id);
        news.write(account, "added-" + kind);
        return codes.left(account) == 0 ? codes.make(account) : List.of();
    }

    /** Removes the app. @throws RuleBroken when it is the last one and one is required */
    public void removeApp(AccountId account) {
        oneMustStay(account);
        if (!app.remove(account)) {
            throw new NotFound();
        }
        removed(account, "app", null);
    }

    /** Removes a passkey. @throws RuleBroken when it is the last one and one is required */
    public void removePasskey(AccountId account, UUID id) {
        oneMustStay(account);
        if (jdbc.sql("delete from passkey where id = ? and account_id = ?")
                        .params(id, account.value())
                        .update()
                == 0) {
            throw new NotFound();
        }
        removed(account, "passkey", id);
    }

    /** Ten new recovery codes; those before no longer work. */
    public List<String> makeCodes(AccountId account) {
        if (factors.of(account).count() == 0) {
            throw new RuleBroken("factors.none-yet");
        }
        List<String> made = codes.make(account);
        news.own(account, Trail.Action.CREATED, "codes", null);
        news.write(account, "codes");
        return made;
    }

    private void oneMustStay(AccountId account) {
        // two removals at once must not each leave the other's
        jdbc.sql("select id from account where id = ? for no key update")
                .param(account.value())
                .query()
                .listOfRows();
        if (factors.required() && factors.of(account).count() < 2) {
            throw new RuleBroken("factors.one-must-stay");
        }
    }

    private void removed(AccountId account, String kind, @Nullable UUID id) {
        news.own(account, Trail.Action.REMOVED, kind, id);
        news.write(account, "removed-" + kind);
        if (factors.of(account).count() == 0) {
            codes.forget(account);
        }
    }
}
