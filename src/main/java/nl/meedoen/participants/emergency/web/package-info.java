/** Where a coordinator opens a dossier of another location, and where its own location reads that. */
@NullMarked
package nl.meedoen.participants.emergency.web;

import org.jspecify.annotations.NullMarked;
