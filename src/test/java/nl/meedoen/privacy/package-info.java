@NullMarked
package nl.meedoen.privacy;

import org.jspecify.annotations.NullMarked;
