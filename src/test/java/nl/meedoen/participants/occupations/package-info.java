@NullMarked
package nl.meedoen.participants.occupations;

import org.jspecify.annotations.NullMarked;
