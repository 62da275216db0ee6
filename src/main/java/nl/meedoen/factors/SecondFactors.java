package nl.meedoen.factors;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Accounts;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.access.halfway.Owed;
import nl.meedoen.access.halfway.SecondStep;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Which second steps an account has, and what it owes without one; an administrator takes them away here. */
@Service
public class SecondFactors implements SecondStep {

    /** A passkey as its owner sees it. */
    public record Passkey(
            UUID id, String name, Instant addedAt, @Nullable Instant lastUsedAt) {}

    /** The app with codes as its owner sees it. */
    public record App(Instant addedAt, @Nullable Instant lastUsedAt) {}

    /** All second steps of an account, and how many recovery codes still work. */
    public record Overview(@Nullable App app, List<Passkey> passkeys, int codesLeft) {

        /** How many there are, recovery codes not counted. */
        public int count() {
            return (app == null ? 0 : 1) + passkeys.size();
        }
    }

    private final JdbcClient jdbc;
    private final FactorNews news;
    private final Accounts accounts;
    private final Vault vault;
    private final Clock clock;
    private final boolean required;
    private final TransactionTemplate reading;

    SecondFactors(
            JdbcClient jdbc,
            FactorNews news,
            Accounts accounts,
            Vault vault,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${meedoen.second-factor:required}") String setting) {
        if (!List.of("required", "optional").contains(setting)) {
            throw new IllegalStateException("meedoen.second-factor must be required or optional, not " + setting);
        }
        this.jdbc = jdbc;
        this.news = news;
        this.accounts = accounts;
        this.vault = vault;
        this.clock = clock;
        this.required = "required".equals(setting);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        // who asks is told to the database when a transaction begins
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whether every account must have a second step. */
    public boolean required() {
        return required;
    }

    @Override
    public Owed owed(AccountId account) {
        boolean some = Boolean.TRUE.equals(ActingAs.halfway(
                account,
                () -> reading.execute(tx -> jdbc.sql("""
                        select exists (select 1 from authenticator_app where account_id = :id and added_at is not null)
                            or exists (select 1 from passkey where account_id = :id)
                        """)
                        .param("id", account.value())
                        .query(Boolean.class)
                        .single())));
        return some ? Owed.STEP : required ? Owed.FACTOR : Owed.NOTHING;
    }

    /** What the account has; for its owner and for an administrator, others see nothing. */
    @Transactional(readOnly = true)
    public Overview of(AccountId account) {
        Optional<App> app = jdbc.sql(
                        "select added_at, last_used_at from authenticator_app where account_id = ? and added_at is not null")
                .param(account.value())
                .query((row, n) -> new App(row.getTimestamp(1).toInstant(), moment(row.getTimestamp(2))))
                .optional();
        List<Passkey> passkeys = jdbc.sql(
                        "select id, name, added_at, last_used_at from passkey where account_id = ? order by added_at, id")
                .param(account.value())
                .query((row, n) -> new Passkey(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        moment(row.getTimestamp(4))))
                .list();
        int left = jdbc.sql("select count(*) from recovery_code where account_id = ? and used_at is null")
                .param(account.value())
                .query(Integer.class)
                .single();
        return new Overview(app.orElse(null), passkeys, left);
    }

    /** Which of these accounts have a second step; for an administrator, others see only their own. */
    @Transactional(readOnly = true)
    public Set<AccountId> having(Collection<AccountId> accounts) {
        UUID[] ids = accounts.stream().map(AccountId::value).toArray(UUID[]::new);
        return Set.copyOf(jdbc.sql("""
                        select account_id from authenticator_app where account_id = any(:ids) and added_at is not null
                        union select account_id from passkey where account_id = any(:ids)
                        """)
                .param("ids", ids)
                .query((row, n) -> new AccountId(row.getObject(1, UUID.class)))
                .list());
    }

    /**
     * Takes away every second step of somebody else who lost theirs, and signs them out. Where one is required, they
     * add another at the next sign-in.
     *
     * @param administrator who does it; checked by the caller
     * @param reason why, in words; kept sealed
     */
    @Transactional
    public void reset(Actor administrator, AccountId account, String reason) {
        if (administrator.id().equals(account)) {
            throw new RuleBroken("factors.reset-own");
        }
        if (reason.isBlank()) {
            throw new RuleBroken("factors.reason-needed");
        }
        accounts.summary(account);
        for (String table : List.of("authenticator_app", "passkey", "recovery_code", "second_step_failure")) {
            jdbc.sql("delete from " + table + " where account_id = ?")
                    .param(account.value())
                    .update();
        }
        jdbc.sql("insert into second_step_reset (id, account_id, reset_by, reset_at, reason) values (?, ?, ?, ?, ?)")
                .param(Uuids.next())
                .param(account.value())
                .param(administrator.id().value())
                .param(Timestamp.from(clock.instant()))
                .param(vault.seal(reason.strip()))
                .update();
        accounts.endSessions(account);
        news.reset(administrator, account);
        news.write(account, "reset", administrator.name());
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
