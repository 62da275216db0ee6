/** Enrolling: what is registered of somebody, how it is kept and found again, and who may be registered twice. */
@NamedInterface("registration")
@NullMarked
package nl.meedoen.participants.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
