/** Groups, their sessions and their members: planned, moved, cancelled. */
@NullMarked
package nl.meedoen.training.delivery;

import org.jspecify.annotations.NullMarked;
