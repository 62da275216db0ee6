package nl.meedoen.participants.holdings;

import java.util.function.Supplier;
import nl.meedoen.access.ActingAs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the second wall within a transaction, for work on one person whom the caller has reached: what another location
 * or a colleague's desk holds of the person belongs to it as well. The first wall is the condition of each statement.
 */
@Component
public class EveryRow {

    private final JdbcClient jdbc;

    EveryRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does the work and closes the wall again; where the work fails, the transaction ends and the setting with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T during(Supplier<T> work) {
        String before = jdbc.sql("select coalesce(current_setting('app.role', true), '')")
                .query(String.class)
                .single();
        tell(ActingAs.SERVICE.role());
        T done = work.get();
        tell(before);
        return done;
    }

    private void tell(String role) {
        jdbc.sql("select set_config('app.role', ?, true)")
                .param(role)
                .query(String.class)
                .single();
    }
}
