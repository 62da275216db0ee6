package nl.meedoen.people;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who lead the group training. */
@Service
@Transactional(readOnly = true)
public class Trainers {

    /** A trainer's account and name. */
    public record Trainer(AccountId account, String name) {}

    private final JdbcClient jdbc;

    Trainers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Trainers with a working account at one of these locations, by name. */
    public List<Trainer> at(Set<LocationId> locations) {
        return jdbc.sql("""
                        select a.id, a.name from account a
                        where a.status = 'ACTIVE'
                          and exists (select 1 from account_role r where r.account_id = a.id and r.role = 'TRAINER')
                          and exists (select 1 from account_location l
                                      where l.account_id = a.id and l.location_id = any(cast(? as uuid[])))
                        order by a.name collate dutch, a.id
                        """)
                .param(Organisation.array(locations))
                .query((row, n) -> new Trainer(new AccountId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
    }
}
