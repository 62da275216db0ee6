/** The second step of signing in: an app with codes, passkeys, recovery codes, and who may take them away. */
@ApplicationModule(allowedDependencies = {"kernel", "webkit", "access", "access :: halfway", "privacy", "post"})
@NullMarked
package nl.meedoen.factors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
