/** Makes the counters that the pages read, once a minute. */
@NullMarked
package nl.meedoen.insight.figures;

import org.jspecify.annotations.NullMarked;
