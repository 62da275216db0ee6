/** Finds out whether two registrations may be the same person: by name across scripts and spellings, birth date and phone. */
@NullMarked
package nl.meedoen.participants.matching;

import org.jspecify.annotations.NullMarked;
