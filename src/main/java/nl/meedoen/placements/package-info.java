/** Employers, what they offer, and participants' placements through their states, with dates, hours and check-ins. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "webkit",
            "access",
            "privacy",
            "post",
            "desk",
            "people",
            "participants",
            "participants :: holdings"
        })
@NullMarked
package nl.meedoen.placements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
