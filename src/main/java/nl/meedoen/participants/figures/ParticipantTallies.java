package nl.meedoen.participants.figures;

import java.util.List;
import nl.meedoen.kernel.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts everybody, shared or not, erased or not, in one statement; for a job that may see all of them. */
@Component
public class ParticipantTallies {

    // A person is in one state only, so that the states add up to all who registered.
    private static final String COUNT = """
            with person as materialized (
                select g.municipality_code m,
                    case when g.phase = 'STOPPED' or (g.phase = 'AFTERCARE' and g.placed_on is null) then 'STOPPED'
                         when g.placed_on is not null then 'PLACED'
                         when g.plan_on is not null or g.acting_on is not null then 'ACTING'
                         when g.coached then 'PLANNING'
                         when g.intake_on is not null then 'WAITING_COACH'
                         else 'WAITING_INTAKE' end state,
                    greatest(0, app_today() - coalesce(g.intake_on, g.registered_on)) waited,
                    case when g.placement_kind in ('PAID_WORK', 'TEMPORARY_WORK') then 'PAID'
                         when g.placement_kind in ('TRIAL_PLACE', 'WORK_EXPERIENCE', 'INTERNSHIP') then 'LEARNING'
                         when g.placement_kind = 'EDUCATION' then 'EDUCATION'
                         else 'VOLUNTEER' end kind,
                    g.rung_start, coalesce(g.rung_now, g.rung_start) rung_now, g.attendance_percent attended,
                    app_quarter(g.registered_on) registered_in,
                    case when g.coach_on <= app_today() then app_quarter(g.coach_on) end coach_in,
                    greatest(0, g.coach_on - coalesce(g.intake_on, g.registered_on)) searched,
                    case when g.benefit_until between g.registered_on and app_today()
                         then app_quarter(g.benefit_until) end left_in,
                    g.benefit is true or g.benefit_until >= g.registered_on benefit
                from counted_person g)
            select m, 'STATE', state, count(*), sum(case when state = 'WAITING_COACH' then waited else 0 end)
                from person group by m, state
            union all
            select m, 'REGISTERED', registered_in, count(*), 0 from person group by m, registered_in
            union all
            select m, 'FOUND_DAYS', coach_in, count(*), sum(searched) from person where coach_in is not null
                group by m, coach_in
            union all
            select m, 'OUTFLOW', case when left_in is null then 'STAYED' else 'LEFT' end o, count(*), 0
                from person where benefit group by m, o
            union all
            select m, 'LEFT', left_in, count(*), 0 from person where benefit and left_in is not null group by m, left_in
            union all
            select m, 'KIND', kind, count(*), 0 from person where state = 'PLACED' group by m, kind
            union all
            select m, 'RUNG_START', rung_start::text, count(*), 0 from person where rung_start is not null
                group by m, rung_start
            union all
            select m, 'RUNG_NOW', rung_now::text, count(*), 0 from person where rung_start is not null group by m, rung_now
            union all
            select m, 'RUNG_CHANGE',
                    case when rung_now > rung_start then 'UP' when rung_now < rung_start then 'DOWN' else 'SAME' end c,
                    count(*), sum(rung_now - rung_start)
                from person where rung_start is not null group by m, c
            union all
            select m, 'ATTENDANCE', case when attended >= 80 then 'HIGH' when attended >= 50 then 'MIDDLE' else 'LOW' end b,
                    count(*), 0
                from person where attended is not null group by m, b
            """;

    private final JdbcClient jdbc;

    ParticipantTallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By municipality: STATE (one of six for each person; the sum is of days for those who wait for a coach), REGISTERED
     * by quarter (2026-4, or BEFORE last year), FOUND_DAYS by the quarter in which a coach was found (the sum is of days
     * since the intake), OUTFLOW of those with a benefit and LEFT by quarter, KIND of the placements that run, RUNG_START
     * and RUNG_NOW, RUNG_CHANGE (the sum is of rungs), ATTENDANCE band.
     */
    public List<Tally> read() {
        return jdbc.sql(COUNT)
                .query((row, n) ->
                        new Tally(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5)))
                .list();
    }
}
