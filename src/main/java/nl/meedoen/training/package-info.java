/** The group training: the programme of themes and work forms, groups with their sessions, and who was there. */
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
package nl.meedoen.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
