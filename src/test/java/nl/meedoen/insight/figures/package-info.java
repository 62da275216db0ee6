@NullMarked
package nl.meedoen.insight.figures;

import org.jspecify.annotations.NullMarked;
