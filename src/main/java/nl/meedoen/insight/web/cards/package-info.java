/** The cards of a dashboard: what each says, and the figures it says it of. */
@NullMarked
package nl.meedoen.insight.web.cards;

import org.jspecify.annotations.NullMarked;
