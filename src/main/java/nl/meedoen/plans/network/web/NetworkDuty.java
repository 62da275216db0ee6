package nl.meedoen.plans.network.web;

import java.time.LocalDate;
import java.util.List;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.people.Duty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Introductions that were asked of somebody who leaves: nobody else would answer. */
@Component
class NetworkDuty implements Duty.Source {

    private final JdbcClient jdbc;

    NetworkDuty(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Duty> of(AccountId leaver, LocalDate today) {
        int open = jdbc.sql("select count(*) from introduction where asked_of = ? and state = 'ASKED'")
                .param(leaver.value())
                .query(Integer.class)
                .single();
        return List.of(new Duty("network.duty", open, null));
    }
}
