package nl.meedoen.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A pool that lets a request wait for a connection once. A page asks several times (for its session, its rows, and
 * again to keep the session), and would wait as many times while the database is frozen.
 */
final class OneWait extends DelegatingDataSource {

    private static final Duration MEMORY = Duration.ofMillis(500);

    private record Refusal(long at, String reason) {}

    private final ThreadLocal<Refusal> refused = new ThreadLocal<>();

    OneWait(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Refusal last = refused.get();
        if (last != null && System.nanoTime() - last.at() < MEMORY.toNanos()) {
            throw new SQLTransientConnectionException(last.reason());
        }
        refused.remove();
        try {
            return super.getConnection();
        } catch (SQLTransientConnectionException e) {
            refused.set(new Refusal(System.nanoTime(), String.valueOf(e.getMessage())));
            throw e;
        }
    }
}
