package nl.meedoen.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.meedoen.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A start outlasts a database that is slow to answer; a page asks once. */
class OneWaitTest {

    private final AtomicInteger asked = new AtomicInteger();

    /** A pool that has no connection the first {@code refusals} times. */
    private OneWait pool(int refusals) {
        TestDatabase database = TestDatabase.createEmpty();
        DataSource real = new DriverManagerDataSource(database.url(), TestDatabase.OWNER, TestDatabase.PASSWORD);
        return new OneWait(new DelegatingDataSource(real) {
            @Override
            public Connection getConnection() throws SQLException {
                if (asked.incrementAndGet() <= refusals) {
                    throw new SQLTransientConnectionException("no connection in time");
                }
                return super.getConnection();
            }
        });
    }

    @Test
    void startAsksAgain() throws SQLException {
        try (Connection connection = pool(3).getConnection()) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(asked).hasValue(4);
    }

    @Test
    void pageAsksOnce() {
        OneWait pool = pool(3);
        pool.ready();

        assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        assertThatThrownBy(pool::getConnection).isInstanceOf(SQLTransientConnectionException.class);

        assertThat(asked).as("the second is told without a wait").hasValue(1);
    }
}
