/** The dossier's frame, enrolment, consent and caseload: the one door to a person. */
@ApplicationModule(allowedDependencies = {"kernel", "webkit", "access", "privacy", "post", "desk", "people"})
@NullMarked
package nl.meedoen.participants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
