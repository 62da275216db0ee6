package nl.meedoen.access;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.domain.Account;
import nl.meedoen.access.domain.AccountRepository;
import nl.meedoen.access.passwords.ForgottenThrottle;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, changes and blocks accounts, for the rooms that know why. Callers check who may do so. */
@Service
@Transactional
public class Accounts {

    /** What an account says of its owner. */
    public record Summary(
            AccountId id, String email, String name, String language, String status, Set<Role> roles, long version) {}

    private final AccountRepository accounts;
    private final OneTimeLinks links;
    private final ForgottenThrottle forgotten;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            OneTimeLinks links,
            ForgottenThrottle forgotten,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.forgotten = forgotten;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Makes an account and sends its owner a one-time link to choose a password. */
    public AccountId invite(String email, String name, Set<Role> roles) {
        if (accounts.findByEmail(Account.fold(email)).isPresent()) {
            throw new RuleBroken("access.email-taken");
        }
        AccountId id = new AccountId(Uuids.next());
        Account account = accounts.saveAndFlush(new Account(id, email, name, roles, clock.instant()));
        sendLink(account, OneTimeLinks.Purpose.INVITE);
        return id;
    }

    /** Sends the invitation again; links sent before stop working. */
    public void inviteAgain(AccountId id) {
        Account account = load(id);
        if (account.status() != Account.Status.INVITED) {
            throw new RuleBroken("access.not-invited");
        }
        sendLink(account, OneTimeLinks.Purpose.INVITE);
    }

    /**
     * Sends a link to choose another password, where the address has an active account and did not ask too often;
     * otherwise nothing.
     */
    public void forgotten(String email, String origin) {
        boolean mayAsk = forgotten.mayAsk(Account.fold(email), origin);
        accounts.findByEmail(Account.fold(email))
                .filter(account -> mayAsk && account.status() == Account.Status.ACTIVE)
                .ifPresent(account -> sendLink(account, OneTimeLinks.Purpose.RESET));
    }

    public Summary summary(AccountId id) {
        return summarise(load(id));
    }

    public Optional<Summary> byEmail(String email) {
        return accounts.findByEmail(Account.fold(email)).map(Accounts::summarise);
    }

    /** Changes name and roles. */
    public void change(AccountId id, long version, String name, Set<Role> roles) {
        Account account = load(id);
        StaleVersion.check(account.version(), version);
        account.rename(name);
        account.give(roles);
    }

    /** Blocks the account and ends its sessions. */
    public void block(AccountId id) {
        load(id).block();
        endSessions(id);
    }

    public void unblock(AccountId id) {
        boolean hasPassword = jdbc.sql("select exists (select 1 from credential where account_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
        load(id).unblock(hasPassword);
    }

    public void speak(AccountId id, String language) {
        load(id).speak(language);
    }

    /** Says which locations are a person's own; they count from the next request on. */
    public void placeAt(AccountId id, Set<LocationId> locations) {
        jdbc.sql("delete from account_location where account_id = ?")
                .param(id.value())
                .update();
        for (LocationId location : locations) {
            jdbc.sql("insert into account_location (account_id, location_id) values (?, ?)")
                    .param(id.value())
                    .param(location.value())
                    .update();
        }
    }

    /** Says which municipalities a client manager serves, by CBS code. */
    public void serve(AccountId id, Set<String> municipalities) {
        jdbc.sql("delete from account_municipality where account_id = ?")
                .param(id.value())
                .update();
        for (String municipality : municipalities) {
            jdbc.sql("insert into account_municipality (account_id, municipality_code) values (?, ?)")
                    .param(id.value())
                    .param(municipality)
                    .update();
        }
    }

    /** Signs the person out everywhere. */
    public void endSessions(AccountId id) {
        jdbc.sql("delete from spring_session where principal_name = ?")
                .param(id.toString())
                .update();
    }

    /** Signs the person out everywhere but in one session. */
    public void endSessionsExcept(AccountId id, String session) {
        jdbc.sql("delete from spring_session where principal_name = ? and session_id <> ?")
                .param(id.toString())
                .param(session)
                .update();
    }

    private void sendLink(Account account, OneTimeLinks.Purpose purpose) {
        String path = links.make(account.id(), purpose);
        events.publishEvent(
                new LinkWanted(account.id(), account.email(), account.name(), account.language(), purpose, path));
    }

    private Account load(AccountId id) {
        UUID value = id.value();
        return accounts.findById(value).orElseThrow(NotFound::new);
    }

    private static Summary summarise(Account a) {
        return new Summary(a.id(), a.email(), a.name(), a.language(), a.status().name(), a.roles(), a.version());
    }
}
