/** A real browser on the real application: what people do, and every page that they can reach. */
@NullMarked
package nl.meedoen.journeys;

import org.jspecify.annotations.NullMarked;
