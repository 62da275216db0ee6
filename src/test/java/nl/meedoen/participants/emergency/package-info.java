@NullMarked
package nl.meedoen.participants.emergency;

import org.jspecify.annotations.NullMarked;
