@NullMarked
package nl.meedoen.insight.suppression;

import org.jspecify.annotations.NullMarked;
