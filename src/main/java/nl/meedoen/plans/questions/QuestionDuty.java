package nl.meedoen.plans.questions;

import java.time.LocalDate;
import java.util.List;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.people.Duty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions that somebody who leaves has asked and that are still open: the answers would reach nobody. */
@Component
class QuestionDuty implements Duty.Source {

    private final JdbcClient jdbc;

    QuestionDuty(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Duty> of(AccountId leaver, LocalDate today) {
        int open = jdbc.sql("select count(*) from question where asked_by = ? and closed_at is null")
                .param(leaver.value())
                .query(Integer.class)
                .single();
        return List.of(new Duty("questions.duty", open, null));
    }
}
