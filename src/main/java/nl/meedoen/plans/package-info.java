/** Goals and steps that a participant and coach agree on, what they talked about, and when they meet again. */
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
            "participants :: holdings",
            "participants :: brought",
            "participants :: occupations"
        })
@NullMarked
package nl.meedoen.plans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
