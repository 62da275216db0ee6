/** Mail that must go out: kept with the change that asked for it, then sent once. */
@ApplicationModule(allowedDependencies = {"kernel", "webkit", "access", "privacy"})
@NullMarked
package nl.meedoen.post;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
