package nl.meedoen.plans.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts about plans, of everybody within reach of whoever asks: a job asks as the service and counts everybody, shared
 * or not. What is shown of it must hide small counts.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class PlanFigures {

    private final JdbcClient jdbc;

    PlanFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Plans in one municipality.
     *
     * @param municipality CBS code
     * @param enrolled participants with an enrolment
     * @param plansMade participants whose plan has a goal
     * @param averageDays whole days from registration to plan, on average; null without plans
     */
    public record PlansMade(
            String municipality,
            int enrolled,
            int plansMade,
            @Nullable Integer averageDays) {}

    /** Goals in one municipality, by domain and state. */
    public record GoalsCounted(String municipality, String domain, String state, int goals) {}

    /** Plans made and how long that took, by municipality. */
    public List<PlansMade> plansMade() {
        return jdbc.sql("""
                        select municipality_code, count(*)::int enrolled, count(plan_on)::int made,
                            round(avg(plan_on - registered_on))::int days
                        from glance group by municipality_code order by municipality_code
                        """)
                .query((row, n) -> new PlansMade(
                        row.getString("municipality_code"),
                        row.getInt("enrolled"),
                        row.getInt("made"),
                        row.getObject("days", Integer.class)))
                .list();
    }

    /** How many goals stand how, by municipality and domain. */
    public List<GoalsCounted> goals() {
        return jdbc.sql("""
                        select p.municipality_code, g.domain, g.state, count(*)::int goals
                        from goal g join participant p on p.id = g.participant_id
                        group by p.municipality_code, g.domain, g.state order by 1, 2, 3
                        """)
                .query((row, n) -> new GoalsCounted(
                        row.getString("municipality_code"),
                        row.getString("domain"),
                        row.getString("state"),
                        row.getInt("goals")))
                .list();
    }
}
