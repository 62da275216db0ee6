/** The elevator pitch: its versions, what coach and trainer thought of them, and the card. */
@NullMarked
package nl.meedoen.plans.pitch;

import org.jspecify.annotations.NullMarked;
