package nl.meedoen.people.hours;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.people.Organisation;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hours that coaches give, by month. */
@Service
@Transactional
class VolunteerHours {

    /** Hours of longer ago are settled. */
    static final int MONTHS_BACK = 12;

    /** Nobody gives more than this in a month. */
    static final int MOST_MINUTES = 250 * 60;

    private static final String SUBJECT = "people.hours";

    /** One month; version -1 where nothing was written yet. */
    record Month(YearMonth month, int minutes, long version) {

        boolean written() {
            return version >= 0;
        }
    }

    /**
     * A coach's year.
     *
     * @param minutes of January to December
     */
    record Year(AccountId coach, String name, int[] minutes, int total) {}

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    VolunteerHours(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** The actor's own months that can be written, newest first. */
    @Transactional(readOnly = true)
    List<Month> own(Actor actor) {
        YearMonth now = now();
        Map<YearMonth, Month> written = new LinkedHashMap<>();
        jdbc.sql("select month, minutes, version from coach_hours where coach_id = ? and month >= ?")
                .params(actor.id().value(), now.minusMonths(MONTHS_BACK).atDay(1))
                .query(row -> {
                    YearMonth month = YearMonth.from(row.getObject(1, LocalDate.class));
                    written.put(month, new Month(month, row.getInt(2), row.getLong(3)));
                });
        List<Month> months = new ArrayList<>();
        for (int back = 0; back <= MONTHS_BACK; back++) {
            YearMonth month = now.minusMonths(back);
            months.add(written.getOrDefault(month, new Month(month, 0, -1)));
        }
        return months;
    }

    /**
     * Writes the actor's own hours of a month.
     *
     * @param version as it was read; -1 where nothing was written yet
     * @throws StaleVersion where the month was written in another window meanwhile
     */
    void write(Actor actor, YearMonth month, int minutes, long version) {
        if (month.isAfter(now())) {
            throw new RuleBroken("people.hours.future");
        }
        if (month.isBefore(now().minusMonths(MONTHS_BACK))) {
            throw new RuleBroken("people.hours.past", MONTHS_BACK);
        }
        if (minutes > MOST_MINUTES) {
            throw new RuleBroken("people.hours.too-many", MOST_MINUTES / 60);
        }
        Timestamp at = Timestamp.from(clock.instant());
        int written = version < 0
                ? jdbc.sql("""
                                insert into coach_hours (coach_id, month, minutes, written_at) values (?, ?, ?, ?)
                                on conflict (coach_id, month) do nothing
                                """)
                        .params(actor.id().value(), month.atDay(1), minutes, at)
                        .update()
                : jdbc.sql("""
                                update coach_hours set minutes = ?, written_at = ?, version = version + 1
                                where coach_id = ? and month = ? and version = ?
                                """)
                        .params(minutes, at, actor.id().value(), month.atDay(1), version)
                        .update();
        if (written == 0) {
            throw new StaleVersion();
        }
        trail.note(
                actor,
                version < 0 ? Trail.Action.CREATED : Trail.Action.CHANGED,
                SUBJECT,
                actor.id().value());
    }

    /** The coaches of the actor's locations who wrote hours in that year, by name. */
    @Transactional(readOnly = true)
    List<Year> of(Actor actor, int year) {
        Map<UUID, Year> years = new LinkedHashMap<>();
        jdbc.sql("""
                        select c.account_id, a.name, h.month, h.minutes
                        from coach_profile c join account a on a.id = c.account_id
                        join coach_hours h on h.coach_id = c.account_id and h.month between ? and ?
                        where c.location_id = any(cast(? as uuid[]))
                        order by a.name collate dutch, a.id, h.month
                        """)
                .param(LocalDate.of(year, 1, 1))
                .param(LocalDate.of(year, 12, 1))
                .param(Organisation.array(actor.locations()))
                .query(row -> {
                    UUID id = row.getObject(1, UUID.class);
                    String name = row.getString(2);
                    Year before =
                            years.computeIfAbsent(id, first -> new Year(new AccountId(first), name, new int[12], 0));
                    before.minutes()[row.getObject(3, LocalDate.class).getMonthValue() - 1] = row.getInt(4);
                    years.put(id, new Year(before.coach(), name, before.minutes(), before.total() + row.getInt(4)));
                });
        return List.copyOf(years.values());
    }

    YearMonth now() {
        return YearMonth.now(clock.withZone(Words.ZONE));
    }
}
