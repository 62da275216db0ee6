/** The pages of an import, from the file to its result. */
@NullMarked
package nl.meedoen.participants.intake.web;

import org.jspecify.annotations.NullMarked;
