package nl.meedoen.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Runs a database server of our own where no address of another is given. */
@AutoConfiguration(before = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Conditional(EmbeddedDatabaseAutoConfiguration.NoAddressGiven.class)
@ConditionalOnMissingBean(JdbcConnectionDetails.class)
public class EmbeddedDatabaseAutoConfiguration {

    @Bean
    EmbeddedServer embeddedServer(@Value("${meedoen.data:data}") Path home) {
        return EmbeddedServer.start(home);
    }

    @Bean
    JdbcConnectionDetails applicationConnectionDetails(EmbeddedServer server) {
        return new ApplicationConnection(server.url(), server.application());
    }

    @Bean
    FlywayConnectionDetails ownerConnectionDetails(EmbeddedServer server) {
        return new OwnerConnection(server.url(), server.owner());
    }

    record ApplicationConnection(String url, Credentials credentials) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return credentials.role();
        }

        @Override
        public String getPassword() {
            return credentials.password();
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }

    record OwnerConnection(String url, Credentials credentials) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return credentials.role();
        }

        @Override
        public String getPassword() {
            return credentials.password();
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }

    static class NoAddressGiven extends SpringBootCondition {

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            boolean given = StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
            return new ConditionOutcome(
                    !given, ConditionMessage.of("spring.datasource.url is " + (given ? "set" : "not set")));
        }
    }
}
