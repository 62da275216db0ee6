/** Made-up people for whoever wants to look around, and the large load for measurements; in the profile demo only. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "webkit",
            "access",
            "privacy",
            "people",
            "documents",
            "documents :: content",
            "enrolment",
            "participants",
            "participants :: registration",
            "plans",
            "plans :: agreement",
            "plans :: cv",
            "plans :: network",
            "plans :: reviews",
            "training",
            "placements"
        })
@NullMarked
package nl.meedoen.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
