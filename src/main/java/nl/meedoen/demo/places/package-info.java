/** Where the demo takes place: locations and the employers around them. */
@NullMarked
package nl.meedoen.demo.places;

import org.jspecify.annotations.NullMarked;
