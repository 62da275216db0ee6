/** Dashboards, and the figures they are made of. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "webkit",
            "access",
            "privacy",
            "people :: figures",
            "participants :: figures",
            "placements :: figures"
        })
@NullMarked
package nl.meedoen.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
