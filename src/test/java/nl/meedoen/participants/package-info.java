@NullMarked
package nl.meedoen.participants;

import org.jspecify.annotations.NullMarked;
