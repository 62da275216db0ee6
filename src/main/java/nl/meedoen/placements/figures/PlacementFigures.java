package nl.meedoen.placements.figures;

import java.time.LocalDate;
import java.util.List;
import nl.meedoen.placements.OpeningKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts placements for dashboards. It counts what the transaction may see: a job with the service's identity counts
 * everybody. The counts are exact; whoever publishes them hides the small ones.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class PlacementFigures {

    private final JdbcClient jdbc;

    PlacementFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Placements of a kind that began in a quarter, by the municipality where the participants live now.
     *
     * @param municipality CBS code
     * @param quarter its first day
     * @param placements how many began
     * @param people how many different participants that were
     */
    public record Begun(String municipality, OpeningKind kind, LocalDate quarter, int placements, int people) {}

    /**
     * How many are still there after 26 weeks, of those who began in a quarter. Practice interviews and work visits do
     * not count.
     *
     * @param municipality CBS code
     * @param quarter the first day of the quarter in which they began
     * @param begun placements that began
     * @param ended placements that ended before 26 weeks, or of which was said that the participant was gone
     * @param waiting placements that run and were not yet asked after
     * @param lasting placements of which was said that the participant was still there
     */
    public record Lasting(String municipality, LocalDate quarter, int begun, int ended, int waiting, int lasting) {}

    /** Everything that ever ran, by municipality, kind and quarter. */
    public List<Begun> begun() {
        return jdbc.sql("""
                        select g.municipality_code, p.kind, cast(date_trunc('quarter', p.began_on) as date) quarter,
                            count(*) placements, count(distinct p.participant_id) people
                        from placement p join glance g on g.participant_id = p.participant_id
                        where p.began_on is not null
                        group by 1, 2, 3 order by 1, 2, 3
                        """)
                .query((row, n) -> new Begun(
                        row.getString(1),
                        OpeningKind.valueOf(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getInt(4),
                        row.getInt(5)))
                .list();
    }

    /** Lasting outflow by municipality and quarter. */
    public List<Lasting> lasting() {
        return jdbc.sql("""
                        select x.municipality_code, x.quarter, count(*) begun,
                            count(*) filter (where x.still_there is false or (x.still_there is null and not x.runs)) ended,
                            count(*) filter (where x.still_there is null and x.runs) waiting,
                            count(*) filter (where x.still_there) lasting
                        from (select g.municipality_code, cast(date_trunc('quarter', p.began_on) as date) quarter,
                                p.state = 'RUNNING' runs, c.still_there
                              from placement p join glance g on g.participant_id = p.participant_id
                                left join check_in c on c.placement_id = p.id and c.weeks = 26
                              where p.began_on is not null and p.kind not in ('MOCK_INTERVIEW', 'WORK_VISIT')) x
                        group by 1, 2 order by 1, 2
                        """)
                .query((row, n) -> new Lasting(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6)))
                .list();
    }
}
