/** The 3,039 occupations of ESCO, the European list of occupations, and how one is found among them. */
@NamedInterface("occupations")
@NullMarked
package nl.meedoen.participants.occupations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
