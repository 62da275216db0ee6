/** Who is in the demo: made-up people with the names of the countries that participants come from. */
@NullMarked
package nl.meedoen.demo.people;

import org.jspecify.annotations.NullMarked;
