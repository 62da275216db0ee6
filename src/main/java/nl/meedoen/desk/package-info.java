/** What a person left open: form keys, drafts, and what asks for their attention. */
@ApplicationModule(allowedDependencies = {"kernel", "webkit", "access", "privacy"})
@NullMarked
package nl.meedoen.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
