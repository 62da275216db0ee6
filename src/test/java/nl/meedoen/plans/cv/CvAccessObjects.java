package nl.meedoen.plans.cv;

import java.util.EnumSet;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.privacy.Vault;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A curriculum vitae behind an address at Alpha and one at Beta. */
@Component
class CvAccessObjects implements AccessObjects {

    private final ObjectProvider<Village> village;
    private final Cvs cvs;
    private final Vault vault;
    private final OwnerJdbc everything;

    CvAccessObjects(ObjectProvider<Village> village, Cvs cvs, Vault vault, OwnerJdbc everything) {
        this.village = village;
        this.cvs = cvs;
        this.vault = vault;
        this.everything = everything;
    }

    @Override
    public Map<String, String> own() {
        shared(village.getObject().actor(Role.COACH), village.getObject().amal);
        return Map.of("language", "nl");
    }

    @Override
    public Map<String, String> foreign() {
        shared(village.getObject().foreignActor(Role.COACH), village.getObject().celine);
        return Map.of();
    }

    /** Without a consent, which other tests would find. */
    private void shared(Actor coach, ParticipantId person) {
        village.getObject()
                .run(
                        coach,
                        () -> cvs.choose(
                                coach,
                                person,
                                0,
                                new CvText(EnumSet.allOf(CvPart.class), CvLayout.TIMELINE, null, null)));
        everything
                .sql(
                        "insert into cv_link (id, participant_id, secret_hash, secret, content, made_at, made_by, shown_at, expires_on)"
                                + " values (?, ?, ?, ?, ?, now(), ?, now(), date '2090-01-01')")
                .params(Uuids.next(), person.value(), Uuids.next().toString().getBytes())
                .params(vault.seal("secret"), vault.seal("{}"), coach.id().value())
                .update();
    }
}
