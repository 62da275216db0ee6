/** Dashboards, and the figures they are made of. */
@ApplicationModule(
        allowedDependencies = {"kernel", "webkit", "access", "privacy", "participants :: figures", "people :: figures"})
@NullMarked
package nl.meedoen.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
