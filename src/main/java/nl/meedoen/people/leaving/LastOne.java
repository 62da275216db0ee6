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

    private static final String LOCATIONS = """
            select count(*) from account_location mine where mine.account_id = :leaver
              and exists (select 1 from account_role r where r.account_id = mine.account_id and r.role = 'COORDINATOR')
              and not exists (select 1 from account_location other join account a on a.id = other.account_id
                  join account_role r on r.account_id = a.id and r.role = 'COORDINATOR'
                  where other.location_id = mine.location_id and other.account_id <> mine.account_id
                    and a.status = 'ACTIVE')
            """;

    private static final String MUNICIPALITIES = """
            select count(*) from unnest(municipalities_of(:leaver, :today)) mine (code)
            where exists (select 1 from account_role r where r.account_id = :leaver and r.role = 'CLIENT_MANAGER')
              and mine.code <> all (array(
                  select unnest(municipalities_of(a.id, :today)) from account a
                      join account_role r on r.account_id = a.id and r.role = 'CLIENT_MANAGER'
                  where a.id <> :leaver and a.status = 'ACTIVE'))
            """;

    private final JdbcClient jdbc;

    LastOne(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Duty> of(AccountId leaver, LocalDate today) {
        return List.of(
                new Duty("people.duty.location", locations(leaver), null),
                new Duty("people.duty.municipality", municipalities(leaver, today), null));
    }

    private int locations(AccountId leaver) {
        return jdbc.sql(LOCATIONS)
                .param("leaver", leaver.value())
                .query(Integer.class)
                .single();
    }

    private int municipalities(AccountId leaver, LocalDate today) {
        return jdbc.sql(MUNICIPALITIES)
                .param("leaver", leaver.value())
                .param("today", today)
                .query(Integer.class)
                .single();
    }
}
