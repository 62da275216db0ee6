/** What a municipality may read of the plan of a resident who agreed to it. */
@NullMarked
package nl.meedoen.plans.shared;

import org.jspecify.annotations.NullMarked;
