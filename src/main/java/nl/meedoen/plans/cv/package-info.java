/** The curriculum vitae: made of dossier and pitch, with what the participant allows and nothing else. */
@NamedInterface("cv")
@NullMarked
package nl.meedoen.plans.cv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
