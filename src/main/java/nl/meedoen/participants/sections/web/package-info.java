/** The pages of the intake. */
@NullMarked
package nl.meedoen.participants.sections.web;

import org.jspecify.annotations.NullMarked;
