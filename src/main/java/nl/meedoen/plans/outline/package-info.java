/** Plans to begin from: outlines by learning route, kept by coordinators, and the plans of earlier enrolments. */
@NullMarked
package nl.meedoen.plans.outline;

import org.jspecify.annotations.NullMarked;
