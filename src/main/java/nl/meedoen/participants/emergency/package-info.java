/** Opening a dossier of another location in an emergency: with a reason, for an hour, and seen by its location. */
@NullMarked
package nl.meedoen.participants.emergency;

import org.jspecify.annotations.NullMarked;
