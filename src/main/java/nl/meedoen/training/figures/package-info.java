/** Attendance as counts, for dashboards and reports. */
@NamedInterface("figures")
@NullMarked
package nl.meedoen.training.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
