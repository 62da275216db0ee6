/** Counts of participants that dashboards and reports may read. */
@NamedInterface("figures")
@NullMarked
package nl.meedoen.participants.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
