/** Counts of placements that dashboards and reports may read. */
@NamedInterface("figures")
@NullMarked
package nl.meedoen.placements.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
