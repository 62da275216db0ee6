package nl.meedoen.demo;

import nl.meedoen.access.ActingAs;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the sessions of the demo their work forms, as soon as training has put the manual into its library. */
@Component
@Profile("demo")
@Order(10)
class SessionForms implements ApplicationRunner {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    SessionForms(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        ActingAs.service(() -> transactions.executeWithoutResult(tx -> {
            boolean there = jdbc.sql("select exists (select 1 from session_work_form)")
                    .query(Boolean.class)
                    .single();
            if (there) {
                return;
            }
            for (TrainingRows.Week week : TrainingRows.programme()) {
                int position = 0;
                for (String code : week.workForms()) {
                    jdbc.sql("""
                                    insert into session_work_form (session_id, position, work_form_id)
                                    select s.id, :position, w.id from session s, work_form w
                                    where s.number = :week and w.code = :code
                                    on conflict do nothing
                                    """)
                            .param("position", position++)
                            .param("week", week.week())
                            .param("code", code)
                            .update();
                }
            }
        }));
    }
}
