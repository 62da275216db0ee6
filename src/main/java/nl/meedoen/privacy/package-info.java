/** Who did what and who looked at what, append-only; and the vault for text that must not be readable in a file. */
@ApplicationModule(allowedDependencies = {"kernel", "webkit", "access"})
@NullMarked
package nl.meedoen.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
