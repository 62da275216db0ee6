@NullMarked
package nl.meedoen.training;

import org.jspecify.annotations.NullMarked;
