package nl.meedoen.placements.figures;

import java.util.List;
import nl.meedoen.kernel.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts placements by municipality; for a job that may see all of them. */
@Component
public class PlacementTallies {

    /** Days after which the outflow counts as lasting: 26 weeks. */
    private static final int LASTING_DAYS = 182;

    // A practice interview and a visit lead up to a placement and are none.
    private static final String COUNT = """
            with outcome as materialized (
                select p.person_id, p.began_on, p.ended_on, g.municipality_code m, g.plan_on,
                    app_quarter(p.began_on) q,
                    case when p.kind in ('PAID_WORK', 'TEMPORARY_WORK') then 'PAID'
                         when p.kind in ('TRIAL_PLACE', 'WORK_EXPERIENCE', 'INTERNSHIP') then 'LEARNING'
                         when p.kind = 'EDUCATION' then 'EDUCATION'
                         else 'VOLUNTEER' end kind
                from counted_placement p join counted_person g on g.id = p.person_id
                where p.began_on <= app_today() and p.kind not in ('MOCK_INTERVIEW', 'WORK_VISIT')),
            first as (
                select person_id, m, min(plan_on) plan_on, min(began_on) began_on from outcome group by 1, 2),
            lasting as (
                select f.m, app_quarter(f.began_on + :days) q,
                    bool_or(o.began_on <= f.began_on + :days
                            and coalesce(o.ended_on, date 'infinity') >= f.began_on + :days) still
                from first f join outcome o on o.person_id = f.person_id
                where f.began_on + :days <= app_today() group by f.m, f.person_id, f.began_on)
            select m, 'BEGUN', q, count(*), 0 from outcome group by m, q
            union all
            select m, 'BEGUN_KIND', left(q, 4) || '/' || kind k, count(*), 0 from outcome where q <> 'BEFORE' group by m, k
            union all
            select m, 'LASTING', case when still then 'STILL' else 'ENDED' end s, count(*), 0 from lasting group by m, s
            union all
            select m, case when still then 'STILL' else 'ENDED' end s, q, count(*), 0 from lasting group by m, s, q
            union all
            select m, 'PLAN_TO_PLACEMENT', app_quarter(began_on) q, count(*), sum(began_on - plan_on) from first
                where plan_on <= began_on group by m, q
            """;

    private final JdbcClient jdbc;

    PlacementTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By municipality: BEGUN placements by quarter (2026-4, or BEFORE last year) and BEGUN_KIND by year and kind
     * (2026/PAID); LASTING, people who are still or no longer placed 26 weeks after their first placement began, and
     * STILL and ENDED by the quarter in which that was; PLAN_TO_PLACEMENT by quarter, with the sum of days.
     */
    public List<Tally> read() {
        return jdbc.sql(COUNT)
                .param("days", LASTING_DAYS)
                .query((row, n) ->
                        new Tally(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5)))
                .list();
    }
}
