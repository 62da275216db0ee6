/** Which areas there are to count in: regions, municipalities, and the sets of them that somebody works for. */
@NamedInterface("figures")
@NullMarked
package nl.meedoen.people.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
