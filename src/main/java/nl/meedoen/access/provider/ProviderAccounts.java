package nl.meedoen.access.provider;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.AccountByProvider;
import nl.meedoen.access.Accounts;
import nl.meedoen.access.Role;
import nl.meedoen.access.domain.Account;
import nl.meedoen.access.domain.AccountRepository;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose account somebody has who comes from the provider: by the name that the provider once gave them, or the first time
 * by an email address that the provider has verified. Nobody gets an account unless that is configured.
 */
@Service
public class ProviderAccounts {

    private static final String BLOCKED = "BLOCKED";

    private record Found(UUID id, String status) {}

    private final ProviderSettings settings;
    private final AccountRepository repository;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProviderAccounts(
            ProviderSettings settings,
            AccountRepository repository,
            Accounts accounts,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.settings = settings;
        this.repository = repository;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** The account to sign in to; empty for whoever may not come in. */
    @Transactional
    public Optional<AccountId> whose(OidcUser user) {
        String issuer = String.valueOf(user.getIssuer());
        String subject = Objects.requireNonNull(user.getSubject());
        Set<Role> roles = settings.rolesOf(groups(user));
        if (!settings.rolesClaim().isBlank() && roles.isEmpty()) {
            return Optional.empty();
        }
        Optional<Found> known = jdbc.sql("""
                        select a.id, a.status from provider_identity p join account a on a.id = p.account_id
                        where p.issuer = ? and p.subject = ?
                        """)
                .params(issuer, subject)
                .query((row, n) -> new Found(row.getObject(1, UUID.class), row.getString(2)))
                .optional();
        if (known.isPresent()) {
            return known.filter(one -> !BLOCKED.equals(one.status())).map(one -> inUse(new AccountId(one.id())));
        }
        String email = Boolean.TRUE.equals(user.getEmailVerified()) ? user.getEmail() : null;
        return email == null
                ? Optional.empty()
                : first(issuer, subject, Account.fold(email), user.getFullName(), roles);
    }

    private Optional<AccountId> first(
            String issuer, String subject, String email, @Nullable String name, Set<Role> roles) {
        Optional<Found> account = jdbc.sql("select id, status from account where email = ? for update")
                .param(email)
                .query((row, n) -> new Found(row.getObject(1, UUID.class), row.getString(2)))
                .optional();
        if (account.isPresent()) {
            Found found = account.get();
            boolean another = jdbc.sql(
                            "select exists (select 1 from provider_identity where account_id = ? and issuer = ?)")
                    .params(found.id(), issuer)
                    .query(Boolean.class)
                    .single();
            // somebody else has this address now, or it is blocked
            if (another || BLOCKED.equals(found.status())) {
                return Optional.empty();
            }
            return Optional.of(link(issuer, subject, new AccountId(found.id()), false));
        }
        if (!settings.create() || roles.isEmpty()) {
            return Optional.empty();
        }
        AccountId id = new AccountId(Uuids.next());
        repository.saveAndFlush(new Account(id, email, name == null ? email : name, roles, clock.instant()));
        if (roles.contains(Role.CLIENT_MANAGER) && settings.municipalities() != null) {
            accounts.serve(id, Set.copyOf(settings.municipalities()));
        }
        return Optional.of(link(issuer, subject, id, true));
    }

    private AccountId link(String issuer, String subject, AccountId id, boolean created) {
        jdbc.sql("insert into provider_identity (issuer, subject, account_id, linked_at) values (?, ?, ?, ?)")
                .params(issuer, subject, id.value(), Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new AccountByProvider(id, created));
        return inUse(id);
    }

    /** Whoever was invited, or has no password and was blocked for a time, needs none to come in this way. */
    private AccountId inUse(AccountId id) {
        jdbc.sql("update account set status = 'ACTIVE', version = version + 1 where id = ? and status = 'INVITED'")
                .param(id.value())
                .update();
        return id;
    }

    private List<String> groups(OidcUser user) {
        if (settings.rolesClaim().isBlank()) {
            return List.of();
        }
        Object claim = user.getClaims().get(settings.rolesClaim());
        return claim instanceof Iterable<?> several
                ? java.util.stream.StreamSupport.stream(several.spliterator(), false)
                        .map(String::valueOf)
                        .toList()
                : claim == null ? List.of() : List.of(claim.toString());
    }

    /** Whether the provider says that there was a second factor; what it does not say did not happen. */
    public boolean secondFactor(OidcUser user) {
        List<String> methods = user.getAuthenticationMethods();
        String level = user.getAuthenticationContextClass();
        return (methods != null && methods.stream().anyMatch(settings.secondFactorAmr()::contains))
                || (level != null
                        && settings.secondFactorAcr() != null
                        && settings.secondFactorAcr().contains(level));
    }
}
