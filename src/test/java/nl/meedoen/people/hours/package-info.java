@NullMarked
package nl.meedoen.people.hours;

import org.jspecify.annotations.NullMarked;
