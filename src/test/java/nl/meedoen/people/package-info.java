@NullMarked
package nl.meedoen.people;

import org.jspecify.annotations.NullMarked;
