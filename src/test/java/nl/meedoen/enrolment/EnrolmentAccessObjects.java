package nl.meedoen.enrolment;

import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.privacy.Vault;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

/** A check-in after the programme and a transfer that came in, at Alpha and at Beta. */
@Component
class EnrolmentAccessObjects implements AccessObjects {

    private final Village village;
    private final OwnerJdbc everything;
    private final Vault vault;

    EnrolmentAccessObjects(Village village, OwnerJdbc everything, Vault vault) {
        this.vault = vault;
        this.village = village;
        this.everything = everything;
    }

    @Override
    public Map<String, String> own() {
        UUID source = Uuids.next();
        everything.sql("""
                        insert into funding_source (id, code, name, from_on, until_on, checks)
                        values (?, ?, 'Proefproject', date '2020-01-01', date '2020-12-31', '{AGE}')
                        """).params(source, source.toString()).update();
        Map<String, String> objects = new java.util.HashMap<>(objects(village.amal, village.beta, village.alpha));
        objects.put("source", source.toString());
        return objects;
    }

    @Override
    public Map<String, String> foreign() {
        return objects(village.celine, village.alpha, village.beta);
    }

    private Map<String, String> objects(ParticipantId id, LocationId from, LocationId to) {
        everything.sql("""
                        insert into aftercare_check_in (id, enrolment_id, participant_id, location_id, weeks, due_on)
                        select ?, e.id, e.participant_id, ?, 13, current_date + 30 from enrolment e where e.participant_id = ?
                        on conflict (enrolment_id, weeks) do nothing
                        """).params(Uuids.next(), to.value(), id.value()).update();
        UUID transfer = Uuids.next();
        everything
                .sql("""
                        insert into transfer (id, participant_id, from_location_id, to_location_id, transferred_at,
                            transferred_by, reason, received_at, received_by) values (?, ?, ?, ?, now(), ?, ?, now(), ?)
                        """)
                .params(
                        transfer,
                        id.value(),
                        from.value(),
                        to.value(),
                        village.account(Role.COORDINATOR).value(),
                        vault.seal("Verhuisd"),
                        village.account(Role.COORDINATOR).value())
                .update();
        return Map.of("aftercare", checkIn(id), "transfer", transfer.toString());
    }

    private String checkIn(ParticipantId id) {
        return everything
                .sql("select id from aftercare_check_in where participant_id = ? and weeks = 13 limit 1")
                .param(id.value())
                .query(String.class)
                .single();
    }
}
