@NullMarked
package nl.meedoen.placements.domain;

import org.jspecify.annotations.NullMarked;
