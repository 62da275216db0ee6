package nl.meedoen.training.delivery;

import java.time.LocalDate;
import java.util.List;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.people.Duty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The groups of a trainer who leaves that have not come to their end. */
@Component
class TrainerDuty implements Duty.Source {

    private final JdbcClient jdbc;

    TrainerDuty(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Duty> of(AccountId leaver, LocalDate today) {
        int groups =
                jdbc.sql("""
                        select count(*) from cohort_trainer t join cohort c on c.id = t.cohort_id
                        where t.account_id = ? and c.ends_on >= ?
                        """).params(leaver.value(), today).query(Integer.class).single();
        return List.of(new Duty("training.duty.groups", groups, "/cohorts"));
    }
}
