package nl.meedoen.participants.bulk;

import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

@Component
class BulkAccessObjects implements AccessObjects {

    private final OwnerJdbc everything;
    private final UUID own;
    private final UUID foreign;

    BulkAccessObjects(Village village, OwnerJdbc everything) {
        this.everything = everything;
        own = bulk(village.account(Role.COORDINATOR));
        foreign = bulk(village.foreignAccount(Role.COORDINATOR));
    }

    private UUID bulk(AccountId actor) {
        UUID id = Uuids.next();
        everything
                .sql("insert into bulk_change (id, actor_id, action, done_at) values (?, ?, 'COACH', now())")
                .params(id, actor.value())
                .update();
        return id;
    }

    @Override
    public Map<String, String> own() {
        return Map.of("bulk", own.toString());
    }

    @Override
    public Map<String, String> foreign() {
        return Map.of("bulk", foreign.toString());
    }
}
