/** The hours that volunteers give: a coach writes them down by month, a coordinator reads the sums. */
@NullMarked
package nl.meedoen.people.hours;

import org.jspecify.annotations.NullMarked;
