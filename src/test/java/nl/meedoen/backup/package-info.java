@NullMarked
package nl.meedoen.backup;

import org.jspecify.annotations.NullMarked;
