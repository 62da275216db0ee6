/** What a good password is, how it is kept, and how often a forgotten one may be asked for. */
@NullMarked
package nl.meedoen.access.passwords;

import org.jspecify.annotations.NullMarked;
