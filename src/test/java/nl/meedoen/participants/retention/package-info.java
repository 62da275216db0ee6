@NullMarked
package nl.meedoen.participants.retention;

import org.jspecify.annotations.NullMarked;
