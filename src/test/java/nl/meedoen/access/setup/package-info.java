@NullMarked
package nl.meedoen.access.setup;

import org.jspecify.annotations.NullMarked;
