@NullMarked
package nl.meedoen.desk;

import org.jspecify.annotations.NullMarked;
