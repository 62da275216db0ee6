/** What participant and coach agreed on: the plan as it stood then, numbered and never changed. */
@NullMarked
package nl.meedoen.plans.agreement;

import org.jspecify.annotations.NullMarked;
