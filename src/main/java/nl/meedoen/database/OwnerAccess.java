package nl.meedoen.database;

import java.nio.file.Path;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.StringUtils;

/**
 * The database as its owner sees it, for commands that run instead of the application: the operator's own, or the
 * embedded one, which is started for it and stopped at the end.
 *
 * @param owner connections of the role that owns the tables
 * @param application the role that the application works with
 */
public record OwnerAccess(
        DataSource owner, String application, @Nullable Runnable end) implements AutoCloseable {

    /**
     * Opens the database that these settings name.
     *
     * @throws DatabaseUnavailable in one sentence, also when the application runs on the embedded database now
     */
    public static OwnerAccess open(Environment settings) {
        String url = settings.getProperty("spring.datasource.url");
        if (!StringUtils.hasText(url)) {
            EmbeddedServer server = EmbeddedServer.start(Path.of(settings.getProperty("meedoen.data", "data")));
            DataSource owner = source(server.url(), server.owner());
            return new OwnerAccess(owner, EmbeddedServer.APPLICATION, server::close);
        }
        Credentials application = new Credentials(
                settings.getProperty("spring.datasource.username", ""),
                settings.getProperty("spring.datasource.password", ""));
        Credentials owner = new Credentials(
                settings.getProperty("spring.flyway.user", ""), settings.getProperty("spring.flyway.password", ""));
        ApplicationRole role = ApplicationRole.check(source(url, application));
        DataSource migrations = source(settings.getProperty("spring.flyway.url", url), owner);
        role.mustNotMigrate(migrations);
        return new OwnerAccess(migrations, role.name(), null);
    }

    @Override
    public void close() {
        if (end != null) {
            end.run();
        }
    }

    private static DataSource source(String url, Credentials credentials) {
        DriverManagerDataSource source = new DriverManagerDataSource(url, credentials.role(), credentials.password());
        Properties driver = new Properties();
        driver.setProperty("ApplicationName", "meedoen-backup");
        source.setConnectionProperties(driver);
        return source;
    }
}
