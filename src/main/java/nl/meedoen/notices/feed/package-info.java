/** A person's own calendar under a secret address, for the calendar on a telephone. */
@NullMarked
package nl.meedoen.notices.feed;

import org.jspecify.annotations.NullMarked;
