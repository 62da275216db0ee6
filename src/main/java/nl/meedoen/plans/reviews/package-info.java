/** Reviews of the plan: every so many weeks, half-way and at the end; one is always planned, and the rest was held or skipped. */
@NamedInterface("reviews")
@NullMarked
package nl.meedoen.plans.reviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
