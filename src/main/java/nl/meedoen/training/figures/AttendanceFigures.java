package nl.meedoen.training.figures;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Attendance in bands, by municipality. Counts whoever the transaction's identity may see: everybody for a job. Small
 * counts are not hidden here; who shows them must.
 */
@Component
@Transactional(readOnly = true)
public class AttendanceFigures {

    /** How much of the sessions held somebody attended. */
    public enum Band {
        /** 80 percent and more. */
        MOST,
        /** 50 up to 80 percent. */
        HALF,
        /** Less than 50 percent. */
        LESS,
        /** No session was held with them in the group, or they are in none. */
        NONE
    }

    /** How many participants of a municipality, by CBS code, are in a band. */
    public record Count(String municipalityCode, Band band, int participants) {}

    private final JdbcClient jdbc;

    AttendanceFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row for each municipality and band that has anybody in it. */
    public List<Count> bands() {
        return jdbc.sql("""
                        select municipality_code, band, count(*) from (
                            select municipality_code, case when attendance_percent is null then 'NONE'
                                when attendance_percent >= 80 then 'MOST' when attendance_percent >= 50 then 'HALF'
                                else 'LESS' end band from glance) x
                        group by 1, 2 order by 1, 2
                        """)
                .query((row, n) -> new Count(row.getString(1), Band.valueOf(row.getString(2)), row.getInt(3)))
                .list();
    }
}
