@NullMarked
package nl.meedoen.factors.app;

import org.jspecify.annotations.NullMarked;
