/** Who is asking, what they may do, and how they sign in. */
@ApplicationModule(allowedDependencies = {"kernel", "webkit"})
@NullMarked
package nl.meedoen.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
