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

/** Times far ahead, so that nobody is away in any other test. */
@Component
class CoverAccessObjects implements AccessObjects {

    private final OwnerJdbc everything;
    private final UUID own;
    private final UUID foreign;

    CoverAccessObjects(Village village, OwnerJdbc everything) {
        this.everything = everything;
        AccountId own = village.account(Role.COACH);
        AccountId foreign = village.foreignAccount(Role.COACH);
        this.own = cover(own, foreign, village.alpha);
        this.foreign = cover(foreign, own, village.beta);
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
