@NullMarked
package nl.meedoen.placements.web;

import org.jspecify.annotations.NullMarked;
