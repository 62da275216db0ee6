/** Meedoen: case management for project VIP. The packages below are the rooms of the house. */
@NullMarked
package nl.meedoen;

import org.jspecify.annotations.NullMarked;
