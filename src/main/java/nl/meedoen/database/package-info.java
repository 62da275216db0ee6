/**
 * The database: a PostgreSQL server inside the application where none is configured, and in every case two roles, one
 * that owns the tables and one that may only use them.
 */
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
@NullMarked
package nl.meedoen.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
