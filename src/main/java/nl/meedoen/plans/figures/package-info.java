/** What others may count about plans. */
@NamedInterface("figures")
@NullMarked
package nl.meedoen.plans.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
