/** The organisation and the staff: regions, locations, municipalities, coaches' profiles, invitations. */
@ApplicationModule(allowedDependencies = {"kernel", "webkit", "access", "factors", "privacy", "post", "desk"})
@NullMarked
package nl.meedoen.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
