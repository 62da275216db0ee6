/** What participants agree to: the texts in their own language, signatures, papers, and taking it back. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "webkit",
            "access",
            "privacy",
            "people",
            "participants",
            "participants :: holdings",
            "documents",
            "documents :: content"
        })
@NullMarked
package nl.meedoen.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
