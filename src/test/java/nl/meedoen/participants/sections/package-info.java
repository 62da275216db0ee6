@NullMarked
package nl.meedoen.participants.sections;

import org.jspecify.annotations.NullMarked;
