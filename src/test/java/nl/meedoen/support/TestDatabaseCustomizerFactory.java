package nl.meedoen.support;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.StringUtils;

/** Gives every application context of a test a database of its own, made when it is first asked for. */
public final class TestDatabaseCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        return new Customizer();
    }

    record Customizer() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            Properties properties = new Properties();
            context.getEnvironment().getPropertySources().addFirst(properties);
            var definition = new RootBeanDefinition(
                    OwnerJdbc.class, () -> properties.database().everything());
            definition.setLazyInit(true);
            ((BeanDefinitionRegistry) context.getBeanFactory()).registerBeanDefinition("ownerJdbc", definition);
        }
    }

    /** Clones when the address is asked for: a context without a database costs nothing. */
    private static final class Properties extends EnumerablePropertySource<Object> {

        private static final String URL = "spring.datasource.url";
        private static final Map<String, String> FIXED = Map.of(
                "spring.datasource.username", TestDatabase.APP,
                "spring.datasource.password", TestDatabase.PASSWORD,
                "spring.datasource.hikari.minimum-idle", "1",
                "spring.test.database.replace", "none",
                // the template has been migrated
                "spring.flyway.enabled", "false");

        private @Nullable TestDatabase database;

        Properties() {
            super("testDatabase", new Object());
        }

        synchronized TestDatabase database() {
            TestDatabase made = database;
            if (made == null) {
                made = TestDatabase.create();
                database = made;
            }
            return made;
        }

        @Override
        public @Nullable Object getProperty(String name) {
            return name.equals(URL) ? database().url() : FIXED.get(name);
        }

        @Override
        public String[] getPropertyNames() {
            return StringUtils.toStringArray(FIXED.keySet());
        }

        @Override
        public boolean containsProperty(String name) {
            return name.equals(URL) || FIXED.containsKey(name);
        }
    }
}
