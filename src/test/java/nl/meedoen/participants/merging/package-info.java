@NullMarked
package nl.meedoen.participants.merging;

import org.jspecify.annotations.NullMarked;
