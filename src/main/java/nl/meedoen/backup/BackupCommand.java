package nl.meedoen.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import nl.meedoen.database.DatabaseUnavailable;
import nl.meedoen.database.OwnerAccess;
import nl.meedoen.privacy.Vault;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** {@code --backup=FILE} and {@code --restore=FILE}: with the settings of the application, and without starting it. */
public final class BackupCommand {

    private static final String BACKUP = "--backup=";
    private static final String RESTORE = "--restore=";

    /** No room at all: only the settings are read. */
    @Configuration(proxyBeanMethods = false)
    static class SettingsOnly {}

    private BackupCommand() {}

    /** Whether one of the two is asked for. */
    public static boolean wanted(String... arguments) {
        return file(BACKUP, arguments).isPresent() || file(RESTORE, arguments).isPresent();
    }

    /**
     * Does what is asked, and says in one sentence what was done or why not.
     *
     * @return the exit code: 0 when it was done
     */
    public static int run(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(SettingsOnly.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(arguments)) {
            Environment settings = context.getEnvironment();
            Map<String, String> keys = Vault.fingerprints(
                    settings.getProperty("meedoen.keys", ""), Path.of(settings.getProperty("meedoen.data", "data")));
            try (OwnerAccess database = OwnerAccess.open(settings)) {
                return run(database, keys, arguments);
            }
        } catch (CannotBackUp | DatabaseUnavailable e) {
            return fail(String.valueOf(e.getMessage()));
        } catch (IOException | SQLException e) {
            return fail("This did not work, and nothing was changed: " + e.getMessage());
        }
    }

    private static int run(OwnerAccess database, Map<String, String> keys, String... arguments)
            throws IOException, SQLException {
        Optional<Path> backup = file(BACKUP, arguments);
        if (backup.isPresent()) {
            Contents done = new Backup(database.owner(), keys)
                    .to(backup.get(), Clock.systemUTC().instant());
            say("Backup of " + done.sums().size() + " tables written to " + backup.get()
                    + ". It holds people's data: keep it as safe as the database."
                    + " The keys of sealed text (vault.keys or MEEDOEN_KEYS) are not in it: keep them apart from it.");
            return 0;
        }
        Contents done = new Restore(database.owner(), database.application(), keys)
                .from(file(RESTORE, arguments).orElseThrow());
        say(
                "Restored and checked: " + done.sums().size()
                        + " tables, as they were. Everybody signs in again. Put the newest copy of the file erasures into the data"
                        + " folder, so that whoever was erased since this backup is erased again; then start Meedoen as usual.");
        return 0;
    }

    private static Optional<Path> file(String option, String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(option) && argument.length() > option.length())
                .map(argument -> Path.of(argument.substring(option.length())).toAbsolutePath())
                .findFirst();
    }

    private static void say(String sentence) {
        System.out.println(sentence);
    }

    private static int fail(String sentence) {
        System.err.println(sentence);
        return 1;
    }
}
