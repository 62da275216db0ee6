/** The pages of a run through the programme. */
@NullMarked
package nl.meedoen.enrolment.web;

import org.jspecify.annotations.NullMarked;
