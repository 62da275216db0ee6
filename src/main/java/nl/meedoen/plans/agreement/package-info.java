/** What participant and coach agreed on: the plan as it stood then, numbered and never changed. */
@NamedInterface("agreement")
@NullMarked
package nl.meedoen.plans.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
