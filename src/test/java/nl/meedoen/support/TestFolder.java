package nl.meedoen.support;

import java.nio.file.Path;

/** Where the application under test keeps its files: a folder for each of the processes that share the tests. */
public final class TestFolder {

    /** For {@code meedoen.data} in the properties of a test. */
    public static final String DATA = "target/test-data-${test.fork:1}";

    private static final String FORK = System.getProperty("test.fork", "1");

    private TestFolder() {}

    /** The folder that {@link #DATA} means. */
    public static Path data() {
        return of("test-data");
    }

    /** Another folder that no other process of this run uses. */
    public static Path of(String name) {
        return Path.of("target", name + "-" + FORK);
    }
}
