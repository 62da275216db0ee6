/** The Today page: what needs a person now, collected from every room. */
@ApplicationModule(allowedDependencies = {"kernel", "webkit", "access", "desk", "post", "privacy"})
@NullMarked
package nl.meedoen.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
