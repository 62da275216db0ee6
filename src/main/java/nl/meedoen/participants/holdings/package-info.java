/** What every room keeps of a person, declared once: read whole for the person, and removed whole. */
@NamedInterface("holdings")
@NullMarked
package nl.meedoen.participants.holdings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
