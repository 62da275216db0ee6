/** Placements within a dossier: the tab, and proposing an opening. */
@NullMarked
package nl.meedoen.placements.web.dossier;

import org.jspecify.annotations.NullMarked;
