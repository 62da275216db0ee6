/** Pages of one session: what it is about, another day, or no session at all. */
@NullMarked
package nl.meedoen.training.session;

import org.jspecify.annotations.NullMarked;
