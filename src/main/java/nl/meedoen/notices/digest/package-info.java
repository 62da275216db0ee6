/** The mail that says what waits: when it goes, what stands in it, and how it is stopped. */
@NullMarked
package nl.meedoen.notices.digest;

import org.jspecify.annotations.NullMarked;
