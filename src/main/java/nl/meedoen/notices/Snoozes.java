package nl.meedoen.notices;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person put away on Today until a day. It is the person's own: it changes nothing for anybody else. */
@Component
@Transactional
public class Snoozes {

    /** Longer than this is no snooze: what can wait a quarter needs another date. */
    public static final int MOST_DAYS = 90;

    private final JdbcClient jdbc;
    private final Clock clock;

    Snoozes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Puts something away; a second time gives it another day.
     *
     * @param until the day on which it comes back
     * @throws RuleBroken for today, a day that has passed, or one too far away
     */
    public void putAway(Actor actor, String mark, LocalDate until) {
        LocalDate today = today();
        if (!until.isAfter(today)) {
            throw new RuleBroken("notices.snooze.past");
        }
        if (until.isAfter(today.plusDays(MOST_DAYS))) {
            throw new RuleBroken("notices.snooze.far", MOST_DAYS);
        }
        jdbc.sql("delete from snooze where account_id = ? and until_on <= ?")
                .params(actor.id().value(), today)
                .update();
        jdbc.sql("""
                        insert into snooze (account_id, mark, until_on, put_away_at) values (?, ?, ?, ?)
                        on conflict (account_id, mark) do update
                        set until_on = excluded.until_on, put_away_at = excluded.put_away_at
                        """)
                .params(actor.id().value(), mark, until, Timestamp.from(clock.instant()))
                .update();
    }

    /** Takes something back before its day; nothing happens where it was not put away. */
    public void end(Actor actor, String mark) {
        jdbc.sql("delete from snooze where account_id = ? and mark = ?")
                .params(actor.id().value(), mark)
                .update();
    }

    /** Until when, by mark, of everything that has not come back yet. */
    @Transactional(readOnly = true)
    public Map<String, LocalDate> of(Actor actor) {
        Map<String, LocalDate> days = new HashMap<>();
        jdbc.sql("select mark, until_on from snooze where account_id = ? and until_on > ?")
                .params(actor.id().value(), today())
                .query(row -> {
                    days.put(row.getString(1), row.getObject(2, LocalDate.class));
                });
        return days;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Words.ZONE));
    }
}
