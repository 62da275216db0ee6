/** Backup and restore as commands: all rows of the database in one file, and back into an empty database. */
@ApplicationModule(
        displayName = "Backup",
        allowedDependencies = {"database", "privacy"})
@NullMarked
package nl.meedoen.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
