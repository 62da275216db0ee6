package nl.meedoen.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Accounts;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.people.domain.Coach;
import nl.meedoen.people.domain.CoachRepository;
import nl.meedoen.people.services.SocialServices;
import nl.meedoen.post.Post;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of staff and volunteers, with the places that their roles need. */
@Service
@Transactional
public class Staff {

    /**
     * Where somebody works: locations for coordinators, coaches and trainers; municipalities and social services for
     * client managers.
     */
    public record Places(Set<LocationId> locations, Set<String> municipalities, Set<UUID> services) {}

    private static final String SUBJECT = "people.account";

    private final Accounts accounts;
    private final Organisation organisation;
    private final CoachRepository coaches;
    private final Post post;
    private final Trail trail;
    private final SocialServices services;
    private final Texts texts;
    private final JdbcClient jdbc;
    private final Clock clock;

    Staff(
            Accounts accounts,
            Organisation organisation,
            CoachRepository coaches,
            Post post,
            Trail trail,
            SocialServices services,
            Texts texts,
            JdbcClient jdbc,
            Clock clock) {
        this.accounts = accounts;
        this.organisation = organisation;
        this.coaches = coaches;
        this.post = post;
        this.trail = trail;
        this.services = services;
        this.texts = texts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes an account with its places and mails its owner a link. The one who invites may know every account. */
    public AccountId invite(Actor by, String email, String name, Set<Role> roles, Places places) {
        check(roles, places);
        AccountId id = accounts.invite(email, name, roles);
        place(id, roles, places);
        for (Role role : List.of(Role.COACH, Role.TRAINER)) {
            if (roles.contains(role)) {
                places.locations().forEach(location -> record(by, location, role, name, email, id));
            }
        }
        trail.note(by, Trail.Action.CREATED, SUBJECT, id.value());
        return id;
    }

    /**
     * Asks somebody to come and coach or train at one's own location. Where the address has an account already, its
     * owner is told by mail and the result is empty; who invites is to be told the same in both cases (ASVS 6.3.8).
     */
    public Optional<AccountId> inviteTo(LocationId location, Actor by, Role role, String name, String email) {
        if (!by.locations().contains(location)) {
            throw new NotFound();
        }
        if (role != Role.COACH && role != Role.TRAINER) {
            throw new RuleBroken("people.role-not-yours");
        }
        if (accounts.byEmail(email).isEmpty()) {
            return Optional.of(
                    invite(by, email, name, EnumSet.of(role), new Places(Set.of(location), Set.of(), Set.of())));
        }
        tellOwner(email, name, by);
        record(by, location, role, name, email, null);
        trail.note(by, Trail.Action.CREATED, "people.invitation", null);
        return Optional.empty();
    }

    /** Sends an invitation of one of one's own locations again. */
    public void inviteAgain(Actor by, UUID invitation) {
        Invitation found = find(by, invitation);
        if (found.account() == null) {
            tellOwner(found.email(), found.name(), by);
        } else {
            accounts.inviteAgain(found.account());
        }
        trail.note(by, Trail.Action.CHANGED, "people.invitation", invitation);
    }

    /** Takes an invitation back; a link that was sent stops working. */
    public void withdraw(Actor by, UUID invitation) {
        Invitation found = find(by, invitation);
        AccountId account = found.account();
        if (account != null && "INVITED".equals(accounts.summary(account).status())) {
            accounts.block(account);
        }
        jdbc.sql("delete from invitation where id = ?").param(invitation).update();
        trail.note(by, Trail.Action.REMOVED, "people.invitation", invitation);
    }

    /** Changes name, roles and places; they count from the person's next request on. */
    public void change(Actor by, AccountId id, long version, String name, Set<Role> roles, Places places) {
        check(roles, places);
        if (!roles.contains(Role.ADMINISTRATOR)) {
            refuseLastAdministrator(id);
        }
        accounts.change(id, version, name, roles);
        place(id, roles, places);
        trail.note(by, Trail.Action.CHANGED, SUBJECT, id.value());
    }

    /** Blocks an account and ends its sessions; never one's own, and never the last administrator's. */
    public void block(Actor by, AccountId id) {
        if (by.id().equals(id)) {
            throw new RuleBroken("people.own-block");
        }
        refuseLastAdministrator(id);
        accounts.block(id);
        trail.note(by, Trail.Action.CHANGED, SUBJECT, id.value(), "blocked");
    }

    public void unblock(Actor by, AccountId id) {
        accounts.unblock(id);
        trail.note(by, Trail.Action.CHANGED, SUBJECT, id.value(), "unblocked");
    }

    /** Sends the link of an invitation again. */
    public void inviteAgain(Actor by, AccountId id) {
        accounts.inviteAgain(id);
        trail.note(by, Trail.Action.CHANGED, SUBJECT, id.value(), "invited again");
    }

    /** Signs somebody out everywhere. */
    public void signOut(Actor by, AccountId id) {
        accounts.endSessions(accounts.summary(id).id());
        trail.note(by, Trail.Action.CHANGED, SUBJECT, id.value(), "signed out");
    }

    private record Invitation(
            String name, String email, @Nullable AccountId account) {}

    private Invitation find(Actor by, UUID invitation) {
        return jdbc.sql("""
                        select name, email, account_id from invitation
                        where id = ? and location_id = any(cast(? as uuid[]))
                        """)
                .param(invitation)
                .param(Organisation.array(by.locations()))
                .query((row, n) -> {
                    UUID account = row.getObject(3, UUID.class);
                    return new Invitation(
                            row.getString(1), row.getString(2), account == null ? null : new AccountId(account));
                })
                .optional()
                .orElseThrow(NotFound::new);
    }

    private void record(
            Actor by, LocationId location, Role role, String name, String email, @Nullable AccountId account) {
        jdbc.sql("""
                        insert into invitation (id, location_id, role, name, email, account_id, invited_by, invited_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Uuids.next())
                .param(location.value())
                .param(role.name())
                .param(name.strip())
                .param(email.strip().toLowerCase(Locale.ROOT))
                .param(account == null ? null : account.value())
                .param(by.id().value())
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private void tellOwner(String email, String name, Actor by) {
        post.send(email.strip(), texts.of("people.already.subject"), texts.of("people.already.text", name, by.name()));
    }

    private void check(Set<Role> roles, Places places) {
        if (roles.isEmpty()) {
            throw new RuleBroken("access.role-needed");
        }
        boolean somewhere =
                roles.contains(Role.COORDINATOR) || roles.contains(Role.COACH) || roles.contains(Role.TRAINER);
        if (somewhere && places.locations().isEmpty()) {
            throw new RuleBroken("people.location-needed");
        }
        if (organisation.locations(places.locations()).size()
                != places.locations().size()) {
            throw new NotFound();
        }
        if (roles.contains(Role.CLIENT_MANAGER)
                && places.municipalities().isEmpty()
                && places.services().isEmpty()) {
            throw new RuleBroken("people.municipality-needed");
        }
    }

    private void place(AccountId id, Set<Role> roles, Places places) {
        boolean scoped = roles.contains(Role.COORDINATOR) || roles.contains(Role.TRAINER);
        accounts.placeAt(id, scoped ? places.locations() : Set.of());
        boolean manages = roles.contains(Role.CLIENT_MANAGER);
        accounts.serve(id, manages ? places.municipalities() : Set.of());
        services.belong(id, manages ? places.services() : Set.of(), LocalDate.now(clock.withZone(Words.ZONE)));
        if (!roles.contains(Role.COACH)) {
            return;
        }
        LocationId first = places.locations().stream()
                .min(Comparator.comparing(LocationId::toString))
                .orElseThrow();
        Coach coach = coaches.findById(id.value()).orElseGet(() -> new Coach(id, first));
        if (!places.locations().contains(coach.location())) {
            coach.settle(first, coach.municipality());
        }
        coaches.saveAndFlush(coach);
    }

    /** The rows of all administrators are held first, so that two of them cannot take each other's role at once. */
    private void refuseLastAdministrator(AccountId id) {
        jdbc.sql("select account_id from account_role where role = 'ADMINISTRATOR' order by 1 for update")
                .query(UUID.class)
                .list();
        boolean isOne = accounts.summary(id).roles().contains(Role.ADMINISTRATOR);
        boolean another = jdbc.sql("""
                        select exists (select 1 from account_role r join account a on a.id = r.account_id
                        where r.role = 'ADMINISTRATOR' and a.status = 'ACTIVE' and a.id <> ?)
                        """).param(id.value()).query(Boolean.class).single();
        if (isOne && !another) {
            throw new RuleBroken("people.last-administrator");
        }
    }
}
