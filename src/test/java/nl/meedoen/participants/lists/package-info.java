@NullMarked
package nl.meedoen.participants.lists;

import org.jspecify.annotations.NullMarked;
