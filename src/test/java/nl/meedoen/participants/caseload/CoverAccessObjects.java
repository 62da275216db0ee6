package nl.meedoen.participants.caseload;

import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

/** Of coaches of their own, so that nobody is away in any other test. */
@Component
class CoverAccessObjects implements AccessObjects {

    private final OwnerJdbc everything;
    private final UUID own;
    private final UUID foreign;

    CoverAccessObjects(Village village, OwnerJdbc everything) {
        this.everything = everything;
        AccountId one = village.account(Role.COACH, "covered", village.alpha, Village.OWN_MUNICIPALITY);
        AccountId two = village.account(Role.COACH, "covering", village.beta, Village.FOREIGN_MUNICIPALITY);
        this.own = cover(one, two, village.alpha);
        this.foreign = cover(two, one, village.beta);
    }

    private UUID cover(AccountId coach, AccountId cover, LocationId location) {
        UUID id = Uuids.next();
        everything
                .sql("""
                        insert into coach_cover (id, coach_id, cover_id, location_id, from_on, until_on, made_by, made_at)
                        values (?, ?, ?, ?, current_date + 900, current_date + 901, ?, now())
                        """)
                .params(id, coach.value(), cover.value(), location.value(), coach.value())
                .update();
        return id;
    }

    @Override
    public Map<String, String> own() {
        return Map.of("cover", own.toString());
    }

    @Override
    public Map<String, String> foreign() {
        return Map.of("cover", foreign.toString());
    }
}
