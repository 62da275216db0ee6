@NullMarked
package nl.meedoen.people.leaving;

import org.jspecify.annotations.NullMarked;
