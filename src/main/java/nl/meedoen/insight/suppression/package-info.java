/** What of a set of figures may be shown, so that no count of one to four people can be worked out. */
@NullMarked
package nl.meedoen.insight.suppression;

import org.jspecify.annotations.NullMarked;
