@NullMarked
package nl.meedoen.factors;

import org.jspecify.annotations.NullMarked;
