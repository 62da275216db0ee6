/** Who was there: recorded for a whole group at once, counted for each participant. */
@NullMarked
package nl.meedoen.training.attendance;

import org.jspecify.annotations.NullMarked;
