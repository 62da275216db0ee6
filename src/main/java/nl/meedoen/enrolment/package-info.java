/** The run through the programme: the line for a coach, who pays, corrections, aftercare, and another location. */
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
            "participants :: registration",
            "participants :: holdings",
            "documents"
        })
@NullMarked
package nl.meedoen.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
