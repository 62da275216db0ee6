/** What somebody brings for work, for the rooms above: Dutch, schools with their valuation, licences and wishes. */
@NamedInterface("brought")
@NullMarked
package nl.meedoen.participants.brought;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
