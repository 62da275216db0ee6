/** The list of projects that pay, kept by the administrator, from which a run chooses. */
@NullMarked
package nl.meedoen.enrolment.sources;

import org.jspecify.annotations.NullMarked;
