/** Employers and what they offer: details, contacts and openings, each within the asker's regions. */
@NullMarked
package nl.meedoen.placements.market;

import org.jspecify.annotations.NullMarked;
