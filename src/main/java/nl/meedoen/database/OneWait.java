package nl.meedoen.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A pool that lets a request wait for a connection once. A page asks several times (for its session, its rows, and
 * again to keep the session), and would wait as many times while the database is frozen. Until the application is
 * ready it asks again instead: a start that gives up as soon as a page does ends the application on a busy machine.
 */
final class OneWait extends DelegatingDataSource {

    private static final Duration MEMORY = Duration.ofMillis(500);
    private static final Duration PATIENCE_OF_A_START = Duration.ofSeconds(60);

    private record Refusal(long at, String reason) {}

    private final ThreadLocal<Refusal> refused = new ThreadLocal<>();

    private volatile boolean ready;

    OneWait(DataSource pool) {
        super(pool);
    }

    /** From now on somebody waits for a page. */
    void ready() {
        ready = true;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ready ? once() : patiently();
    }

    private Connection patiently() throws SQLException {
        long begin = System.nanoTime();
        while (true) {
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException e) {
                if (ready || System.nanoTime() - begin > PATIENCE_OF_A_START.toNanos()) {
                    throw e;
                }
            }
        }
    }

    private Connection once() throws SQLException {
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
