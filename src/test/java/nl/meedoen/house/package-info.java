/** Keeps the house as it was built: rooms, style, the map. */
@NullMarked
package nl.meedoen.house;

import org.jspecify.annotations.NullMarked;
