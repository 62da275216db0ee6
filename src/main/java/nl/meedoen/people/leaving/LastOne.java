package nl.meedoen.people.leaving;

import java.time.LocalDate;
import java.util.List;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.people.Duty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Places where nobody else would be left: a location without a coordinator, a municipality without a client manager. */
@Component
class LastOne implements Duty.Source {

    private static final String LAST = """
            select count(*) from %1$s mine where mine.account_id = :leaver
              and exists (select 1 from account_role r where r.account_id = mine.account_id and r.role = '%3$s')
              and not exists (select 1 from %1$s other join account a on a.id = other.account_id
                  join account_role r on r.account_id = a.id and r.role = '%3$s'
                  where other.%2$s = mine.%2$s and other.account_id <> mine.account_id and a.status = 'ACTIVE')
            """;

    private final JdbcClient jdbc;

    LastOne(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Duty> of(AccountId leaver, LocalDate today) {
        return List.of(
                new Duty("people.duty.location", count("account_location", "location_id", "COORDINATOR", leaver), null),
                new Duty(
                        "people.duty.municipality",
                        count("account_municipality", "municipality_code", "CLIENT_MANAGER", leaver),
                        null));
    }

    private int count(String table, String place, String role, AccountId leaver) {
        return jdbc.sql(LAST.formatted(table, place, role))
                .param("leaver", leaver.value())
                .query(Integer.class)
                .single();
    }
}
