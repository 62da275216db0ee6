@NullMarked
package nl.meedoen.notices;

import org.jspecify.annotations.NullMarked;
