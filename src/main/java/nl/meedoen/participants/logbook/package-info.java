/** Who looked in a dossier and who changed what in it, in plain words. */
@NullMarked
package nl.meedoen.participants.logbook;

import org.jspecify.annotations.NullMarked;
