@NullMarked
package nl.meedoen.placements;

import org.jspecify.annotations.NullMarked;
