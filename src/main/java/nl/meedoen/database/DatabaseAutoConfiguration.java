package nl.meedoen.database;

import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What holds for every database, ours or the operator's: which role we are, and how long we wait for an answer. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class, before = FlywayAutoConfiguration.class)
public class DatabaseAutoConfiguration {

    /**
     * Lets the pool test each connection it hands out. By default one that was used half a second ago is trusted, and a
     * page then waits for the socket's time-out when the database has frozen.
     */
    @Bean
    static BeanFactoryPostProcessor distrustfulPool() {
        return factory -> System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
    }

    @Bean
    static OneWaits oneWaits() {
        return new OneWaits();
    }

    @Bean
    ApplicationRole applicationRole(DataSource dataSource) {
        return ApplicationRole.check(dataSource);
    }

    /** Migrations run as the owner and grant to the role that is really used, under whatever name the operator gave it. */
    @Bean
    FlywayConfigurationCustomizer migrationsOfTheOwner(ApplicationRole role) {
        return flyway -> {
            role.mustNotMigrate(flyway.getDataSource());
            Map<String, String> placeholders = new HashMap<>(flyway.getPlaceholders());
            placeholders.put("app", role.name());
            flyway.placeholders(placeholders);
        };
    }
}
