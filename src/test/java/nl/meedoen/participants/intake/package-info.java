@NullMarked
package nl.meedoen.participants.intake;

import org.jspecify.annotations.NullMarked;
