package nl.meedoen.people.services;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and changes social services; what was true on a day that has passed stays as it was. */
@Service
@Transactional
public class SocialServices {

    /** What the trail calls a social service. */
    static final String SUBJECT = "people.social-service";

    private final JdbcClient jdbc;
    private final Trail trail;

    SocialServices(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** @throws RuleBroken when the name is taken */
    UUID create(Actor by, String name) {
        refuseTaken(name, null);
        UUID id = Uuids.next();
        jdbc.sql("insert into social_service (id, name) values (?, ?)")
                .param(id)
                .param(name.strip())
                .update();
        trail.note(by, Trail.Action.CREATED, SUBJECT, id);
        return id;
    }

    /** @throws StaleVersion when somebody else saved it first */
    void rename(Actor by, UUID service, long version, String name) {
        refuseTaken(name, service);
        int changed = jdbc.sql("update social_service set name = ?, version = version + 1 where id = ? and version = ?")
                .param(name.strip())
                .param(service)
                .param(version)
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
        trail.note(by, Trail.Action.CHANGED, SUBJECT, service);
    }

    /** The service stops after this day: for its municipalities, and for who works there. */
    void end(Actor by, UUID service, LocalDate until) {
        for (String table : List.of("social_service_municipality", "account_social_service")) {
            jdbc.sql("delete from " + table + " where social_service_id = ? and from_on > ?")
                    .param(service)
                    .param(until)
                    .update();
            jdbc.sql("update " + table + " set until_on = :until where social_service_id = :service"
                            + " and (until_on is null or until_on > :until)")
                    .param("until", until)
                    .param("service", service)
                    .update();
        }
        int ended = jdbc.sql("update social_service set ends_on = ?, version = version + 1 where id = ?")
                .param(until)
                .param(service)
                .update();
        if (ended == 0) {
            throw new NotFound();
        }
        trail.note(by, Trail.Action.CHANGED, SUBJECT, service, "ended");
    }

    /** From this day on the service works for the municipality. */
    void serve(Actor by, UUID service, String municipality, LocalDate from) {
        refuseEnded(service, from);
        boolean overlaps = jdbc.sql("""
                        select exists (select 1 from social_service_municipality
                        where social_service_id = ? and municipality_code = ? and (until_on is null or until_on >= ?))
                        """)
                .param(service)
                .param(municipality)
                .param(from)
                .query(Boolean.class)
                .single();
        if (overlaps) {
            throw new RuleBroken("people.services.already-served");
        }
        jdbc.sql("""
                        insert into social_service_municipality (social_service_id, municipality_code, from_on, until_on)
                        values (?, ?, ?, (select ends_on from social_service where id = ?))
                        """)
                .param(service)
                .param(municipality)
                .param(from)
                .param(service)
                .update();
        trail.note(by, Trail.Action.CHANGED, SUBJECT, service);
    }

    /** The service works for the municipality until and including this day. */
    void stopServing(Actor by, UUID service, String municipality, LocalDate until) {
        int ended = jdbc.sql("""
                        update social_service_municipality set until_on = :until
                        where social_service_id = :service and municipality_code = :municipality
                          and from_on <= :until and (until_on is null or until_on > :until)
                        """)
                .param("until", until)
                .param("service", service)
                .param("municipality", municipality)
                .update();
        if (ended == 0) {
            throw new RuleBroken("people.services.not-served");
        }
        trail.note(by, Trail.Action.CHANGED, SUBJECT, service);
    }

    /** From this day on the client manager belongs to the service, and sees the residents that it works for. */
    void join(Actor by, UUID service, AccountId account, LocalDate from) {
        refuseEnded(service, from);
        boolean fits = jdbc.sql("""
                        select exists (select 1 from account_role r join account a on a.id = r.account_id
                        where r.account_id = ? and r.role = 'CLIENT_MANAGER' and a.status <> 'BLOCKED')
                        """).param(account.value()).query(Boolean.class).single();
        if (!fits) {
            throw new RuleBroken("people.services.person-needed");
        }
        boolean overlaps = jdbc.sql("""
                        select exists (select 1 from account_social_service
                        where social_service_id = ? and account_id = ? and (until_on is null or until_on >= ?))
                        """)
                .param(service)
                .param(account.value())
                .param(from)
                .query(Boolean.class)
                .single();
        if (overlaps) {
            throw new RuleBroken("people.services.already-there");
        }
        insertMember(service, account, from);
        trail.note(by, Trail.Action.CHANGED, "people.account", account.value());
    }

    /** The client manager belongs to the service until and including this day. */
    void leave(Actor by, UUID service, AccountId account, LocalDate until) {
        int ended = jdbc.sql("""
                        update account_social_service set until_on = :until
                        where social_service_id = :service and account_id = :account
                          and from_on <= :until and (until_on is null or until_on > :until)
                        """)
                .param("until", until)
                .param("service", service)
                .param("account", account.value())
                .update();
        if (ended == 0) {
            throw new RuleBroken("people.services.not-there");
        }
        trail.note(by, Trail.Action.CHANGED, "people.account", account.value());
    }

    /**
     * From today on the account belongs to these services and to no others; the days before stay as they were. It is the
     * caller who writes the trail.
     */
    public void belong(AccountId account, Set<UUID> services, LocalDate today) {
        String ids = services.toString().replace('[', '{').replace(']', '}');
        jdbc.sql(
                        "delete from account_social_service where account_id = ? and from_on >= ? and social_service_id <> all(cast(? as uuid[]))")
                .param(account.value())
                .param(today)
                .param(ids)
                .update();
        jdbc.sql("""
                        update account_social_service set until_on = cast(:today as date) - 1
                        where account_id = :account and (until_on is null or until_on >= :today)
                          and social_service_id <> all(cast(:services as uuid[]))
                        """)
                .param("today", today)
                .param("account", account.value())
                .param("services", ids)
                .update();
        for (UUID service : services) {
            boolean there = jdbc.sql("""
                            select exists (select 1 from account_social_service where account_id = ?
                            and social_service_id = ? and (until_on is null or until_on >= ?))
                            """)
                    .param(account.value())
                    .param(service)
                    .param(today)
                    .query(Boolean.class)
                    .single();
            if (!there) {
                refuseEnded(service, today);
                insertMember(service, account, today);
            }
        }
    }

    private void insertMember(UUID service, AccountId account, LocalDate from) {
        jdbc.sql("""
                        insert into account_social_service (account_id, social_service_id, from_on, until_on)
                        values (?, ?, ?, (select ends_on from social_service where id = ?))
                        """)
                .param(account.value())
                .param(service)
                .param(from)
                .param(service)
                .update();
    }

    private void refuseEnded(UUID service, LocalDate from) {
        boolean ended = jdbc.sql("select coalesce(ends_on < ?, false) from social_service where id = ?")
                .param(from)
                .param(service)
                .query(Boolean.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (ended) {
            throw new RuleBroken("people.services.has-ended");
        }
    }

    private void refuseTaken(String name, @Nullable UUID except) {
        boolean taken = jdbc.sql("""
                        select exists (select 1 from social_service
                        where lower(name) = lower(?) and id is distinct from cast(? as uuid))
                        """)
                .param(name.strip())
                .param(except)
                .query(Boolean.class)
                .single();
        if (taken) {
            throw new RuleBroken("people.name-taken");
        }
    }
}
