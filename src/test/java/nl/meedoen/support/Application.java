package nl.meedoen.support;

import java.io.IOException;
import nl.meedoen.Meedoen;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Starts the application as its main method does, in this process and without the test framework around it. */
public final class Application {

    private Application() {}

    /** Runs with these arguments of the command line; the caller closes what comes back. */
    public static ConfigurableApplicationContext run(String... arguments) {
        SpringApplication application = new SpringApplication(Meedoen.class);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("onlyTheApplication", new OnlyTheApplication()));
        return application.run(arguments);
    }

    /** Leaves out the components that tests have in the same packages. */
    private static final class OnlyTheApplication extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OnlyTheApplication;
        }

        @Override
        public int hashCode() {
            return OnlyTheApplication.class.hashCode();
        }
    }
}
