@NullMarked
package nl.meedoen.participants.holdings;

import org.jspecify.annotations.NullMarked;
