package nl.meedoen.participants.lists;

import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

@Component
class ViewAccessObjects implements AccessObjects {

    private final UUID own;
    private final UUID foreign;

    ViewAccessObjects(Village village, OwnerJdbc everything) {
        own = Uuids.next();
        foreign = Uuids.next();
        view(everything, own, village.account(Role.COORDINATOR).value(), village.alpha.value());
        view(everything, foreign, village.foreignAccount(Role.COORDINATOR).value(), village.beta.value());
    }

    private static void view(OwnerJdbc everything, UUID id, UUID owner, UUID location) {
        everything.sql("""
                        insert into list_view (id, owner_id, role, location_id, name, query, created_at)
                        values (?, ?, 'COORDINATOR', ?, 'Gedeelde lijst', 'coach=none&sort=name', now())
                        """).params(id, owner, location).update();
    }

    @Override
    public Map<String, String> own() {
        return Map.of("view", own.toString());
    }

    @Override
    public Map<String, String> foreign() {
        return Map.of("view", foreign.toString());
    }
}
