@NullMarked
package nl.meedoen.access;

import org.jspecify.annotations.NullMarked;
