package nl.meedoen.people;

import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

@Component
class PeopleAccessObjects implements AccessObjects {

    private final Village village;
    private final OwnerJdbc everything;
    private final UUID ownInvitation;
    private final UUID foreignInvitation;
    private final UUID service;
    private final UUID merger;

    PeopleAccessObjects(Village village, OwnerJdbc everything) {
        this.village = village;
        this.everything = everything;
        this.ownInvitation = invitation(village.alpha);
        this.foreignInvitation = invitation(village.beta);
        this.service = service();
        this.merger = merger();
    }

    /** One that begins long after the tests and was built upon, so that taking it back is refused each time. */
    private UUID merger() {
        UUID id = Uuids.next();
        everything
                .sql("""
                        insert into municipality_merger (id, into_code, merged_on, made_new, rows_before, rows_after, made_at, made_by)
                        values (?, 'GM0096', date '2090-01-01', false, '{}', '{}', now(), ?)
                        """)
                .params(id, village.account(Role.ADMINISTRATOR).value())
                .update();
        everything
                .sql("insert into municipality_former values ('GM0060', 'GM0096', date '2090-01-01', ?)")
                .param(id)
                .update();
        return id;
    }

    private UUID invitation(LocationId location) {
        UUID id = Uuids.next();
        everything.sql("""
                        insert into invitation (id, location_id, role, name, email, invited_at)
                        values (?, ?, 'COACH', 'Iemand Gevraagd', 'gevraagd@village.example', now())
                        """).params(id, location.value()).update();
        return id;
    }

    private UUID service() {
        UUID id = Uuids.next();
        everything
                .sql("insert into social_service (id, name) values (?, ?)")
                .params(id, "Dienst " + id)
                .update();
        everything
                .sql("insert into social_service_municipality values (?, ?, date '2020-01-01', null)")
                .params(id, Village.OWN_MUNICIPALITY)
                .update();
        everything
                .sql("insert into account_social_service values (?, ?, date '2020-01-01', null)")
                .params(village.account(Role.COACH).value(), id)
                .update();
        return id;
    }

    @Override
    public Map<String, String> own() {
        return Map.of(
                "service", service.toString(),
                "coach", village.account(Role.COACH).toString(),
                "account", village.account(Role.COACH).toString(),
                "invitation", ownInvitation.toString(),
                "region", village.north.toString(),
                "location", village.alpha.toString(),
                "merger", merger.toString(),
                "municipality", Village.OWN_MUNICIPALITY);
    }

    @Override
    public Map<String, String> foreign() {
        return Map.of(
                "coach", village.foreignAccount(Role.COACH).toString(), "invitation", foreignInvitation.toString());
    }
}
