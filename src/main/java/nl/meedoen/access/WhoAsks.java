package nl.meedoen.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells PostgreSQL at the start of each transaction who is asking. The settings are local to the transaction, so that
 * nothing of it is left for the next user of a pooled connection.
 */
@Component
class WhoAsks implements TransactionExecutionListener {

    private static final Logger log = LoggerFactory.getLogger(WhoAsks.class);
    private static final String TELL =
            "select set_config('app.actor', ?, true), set_config('app.role', ?, true), set_config('app.today', ?, true)";

    private final DataSource dataSource;
    private final Clock clock;

    WhoAsks(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable beginFailure) {
        ActingAs.Identity who = ActingAs.current();
        if (beginFailure != null || who == null || !transaction.isNewTransaction()) {
            return;
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement tell = connection.prepareStatement(TELL)) {
            tell.setString(1, who.account());
            tell.setString(2, who.role());
            tell.setString(3, LocalDate.now(clock.withZone(Words.ZONE)).toString());
            tell.execute();
        } catch (SQLException e) {
            // An exception from here would leave the transaction bound to the thread. Untold means: no rows.
            log.error("The database could not be told who is asking: {}", e.getMessage());
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
