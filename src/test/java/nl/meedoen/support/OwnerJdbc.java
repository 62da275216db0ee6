package nl.meedoen.support;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Sees and changes every row, whatever row-level security says: to lay out what a test starts from and to look at what
 * it left. A bean in every test context; its statements commit by themselves, outside the test's transaction.
 */
public final class OwnerJdbc {

    private final JdbcClient client;

    OwnerJdbc(JdbcClient client) {
        this.client = client;
    }

    /** As {@link JdbcClient#sql(String)}. */
    public StatementSpec sql(String sql) {
        return client.sql(sql);
    }
}
