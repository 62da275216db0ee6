package nl.meedoen.insight.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What areas mean to reach in a year; the national lead sets it, whoever sees a dashboard reads it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Targets {

    /**
     * The targets of one area in one year, each null where none was set.
     *
     * @param placements that begin in the year
     * @param waitingDays for a coach, at most
     * @param planMonths from the plan to the first placement, at most
     * @param lastingPercent of those who were placed, still placed after 26 weeks
     */
    public record Target(
            @Nullable Integer placements,
            @Nullable Integer waitingDays,
            @Nullable Integer planMonths,
            @Nullable Integer lastingPercent,
            long version) {

        /** Nothing was set. */
        public static final Target NONE = new Target(null, null, null, null, 0);
    }

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    Targets(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** The targets of areas in all years, by area code and year: {@code country|2026}. */
    public Map<String, Target> of(Collection<String> areas) {
        Map<String, Target> found = new HashMap<>();
        jdbc.sql("""
                        select area_code, year, placements, waiting_days, plan_months, lasting_percent, version
                        from figure_target where area_code = any (string_to_array(:areas, ','))
                        """).param("areas", String.join(",", areas)).query((ResultSet row) -> {
            found.put(key(row.getString(1), row.getInt(2)), target(row));
        });
        return found;
    }

    /** Where the targets of an area in a year stand in what {@link #of} gives. */
    public static String key(String area, int year) {
        return area + "|" + year;
    }

    /**
     * Sets the targets of an area in a year.
     *
     * @param target with the version that was read
     * @throws StaleVersion when somebody else set them since
     */
    public void set(Actor actor, String area, int year, Target target) {
        int written = jdbc.sql("""
                        insert into figure_target as t (area_code, year, placements, waiting_days, plan_months,
                            lasting_percent, set_by, set_at, version)
                        values (:area, :year, :placements, :days, :months, :percent, :by, :at, 1)
                        on conflict (area_code, year) do update set placements = excluded.placements,
                            waiting_days = excluded.waiting_days, plan_months = excluded.plan_months,
                            lasting_percent = excluded.lasting_percent, set_by = excluded.set_by,
                            set_at = excluded.set_at, version = t.version + 1
                        where t.version = :version
                        """)
                .param("area", area)
                .param("year", year)
                .param("placements", target.placements())
                .param("days", target.waitingDays())
                .param("months", target.planMonths())
                .param("percent", target.lastingPercent())
                .param("by", actor.id().value())
                .param("at", Timestamp.from(clock.instant()))
                .param("version", target.version())
                .update();
        if (written == 0) {
            throw new StaleVersion();
        }
        trail.note(actor, Trail.Action.CHANGED, "dashboard.target", null, area + " " + year);
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(
                row.getObject(3, Integer.class),
                row.getObject(4, Integer.class),
                row.getObject(5, Integer.class),
                row.getObject(6, Integer.class),
                row.getLong(7));
    }
}
