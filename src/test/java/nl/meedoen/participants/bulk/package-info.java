@NullMarked
package nl.meedoen.participants.bulk;

import org.jspecify.annotations.NullMarked;
