/** The first account of a new installation. */
@NullMarked
package nl.meedoen.access.setup;

import org.jspecify.annotations.NullMarked;
