package nl.meedoen.people.services;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads social services for the administrator's pages. */
@Component
@Transactional(readOnly = true)
public class ServiceReader {

    /** How many client managers one can choose from. */
    static final int MOST = 500;

    /** A social service with the municipalities that it serves today, and how many people work there today. */
    record ServiceRow(
            UUID id,
            String name,
            List<String> municipalities,
            int people,
            @Nullable LocalDate endsOn,
            boolean past) {}

    /** One social service. */
    record One(UUID id, String name, @Nullable LocalDate endsOn, long version) {}

    /** A municipality or a person with a first and a last day; the key is a CBS code or an account. */
    record Spell(
            String key,
            String name,
            LocalDate from,
            @Nullable LocalDate until,
            boolean past,
            boolean future) {}

    /**
     * Municipalities that became one, or will.
     *
     * @param id null for a merger that cannot be taken back: it is older than the records of mergers
     */
    record Merged(@Nullable UUID id, String former, String into, LocalDate on) {}

    private final JdbcClient jdbc;
    private final Words words;

    ServiceReader(JdbcClient jdbc, Words words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** All of them, what has ended last. */
    List<ServiceRow> all() {
        return jdbc.sql("""
                        select s.id, s.name, array(select m.name from social_service_municipality sm
                                join municipality m on m.code = sm.municipality_code
                                where sm.social_service_id = s.id and sm.from_on <= :today
                                  and (sm.until_on is null or sm.until_on >= :today) order by m.name collate dutch) municipalities,
                            (select count(*) from account_social_service a where a.social_service_id = s.id
                                and a.from_on <= :today and (a.until_on is null or a.until_on >= :today)) people,
                            s.ends_on, coalesce(s.ends_on < :today, false) past
                        from social_service s order by past, s.name collate dutch, s.id
                        """)
                .param("today", words.today())
                .query((row, n) -> new ServiceRow(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        List.of((String[]) row.getArray(3).getArray()),
                        row.getInt(4),
                        row.getObject(5, LocalDate.class),
                        row.getBoolean(6)))
                .list();
    }

    /** Services that somebody can belong to from today on. */
    public List<Option> choices() {
        return jdbc.sql("""
                        select id, name from social_service where ends_on is null or ends_on >= ?
                        order by name collate dutch, id
                        """)
                .param(words.today())
                .query((row, n) -> new Option(row.getString(1), row.getString(2)))
                .list();
    }

    /** The services that an account belongs to today or will belong to. */
    public List<UUID> of(AccountId account) {
        return jdbc.sql("""
                        select distinct social_service_id from account_social_service
                        where account_id = ? and (until_on is null or until_on >= ?)
                        """)
                .param(account.value())
                .param(words.today())
                .query(UUID.class)
                .list();
    }

    One one(UUID service) {
        return jdbc.sql("select id, name, ends_on, version from social_service where id = ?")
                .param(service)
                .query((row, n) -> new One(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4)))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** What a service serves: present and future first, then the past. */
    List<Spell> municipalities(UUID service) {
        return spells("""
                select m.code, m.name, s.from_on, s.until_on, coalesce(s.until_on < :today, false) past, s.from_on > :today
                from social_service_municipality s join municipality m on m.code = s.municipality_code
                where s.social_service_id = :service order by past, m.name collate dutch, s.from_on desc
                """, service);
    }

    /** Who works there, worked there or will. */
    List<Spell> people(UUID service) {
        return spells("""
                select cast(a.id as text), a.name, s.from_on, s.until_on, coalesce(s.until_on < :today, false) past,
                    s.from_on > :today
                from account_social_service s join account a on a.id = s.account_id
                where s.social_service_id = :service order by past, a.name collate dutch, a.id, s.from_on desc limit 500
                """, service);
    }

    /** Client managers who may join; those with the same name are told apart by their address. */
    List<Option> candidates(UUID service) {
        return jdbc.sql("""
                        select cast(a.id as text), a.name || ' · ' || a.email from account a
                            join account_role r on r.account_id = a.id and r.role = 'CLIENT_MANAGER'
                        where a.status <> 'BLOCKED' and not exists (select 1 from account_social_service s
                            where s.account_id = a.id and s.social_service_id = :service and s.until_on is null)
                        order by a.name collate dutch, a.id limit
                        """ + MOST)
                .param("service", service)
                .query((row, n) -> new Option(row.getString(1), row.getString(2)))
                .list();
    }

    /** All mergers that are known here, the last one first. */
    List<Merged> merged() {
        return jdbc.sql("""
                        select m.merger_id, string_agg(f.name, ', ' order by f.name collate dutch), i.name, m.merged_on
                        from municipality_former m
                            join municipality f on f.code = m.former_code join municipality i on i.code = m.into_code
                        group by m.merger_id, i.name, m.merged_on
                        order by m.merged_on desc, i.name collate dutch
                        """)
                .query((row, n) -> new Merged(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class)))
                .list();
    }

    /** A merger that can be taken back. */
    Merged merger(UUID id) {
        return merged().stream()
                .filter(merged -> id.equals(merged.id()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<Spell> spells(String sql, UUID service) {
        return jdbc.sql(sql)
                .param("today", words.today())
                .param("service", service)
                .query((row, n) -> new Spell(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getBoolean(5),
                        row.getBoolean(6)))
                .list();
    }
}
