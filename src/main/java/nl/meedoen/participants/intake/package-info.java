/** Reads files with registrations in: a dry run, what somebody decides about its rows, and all good rows in one go. */
@NullMarked
package nl.meedoen.participants.intake;

import org.jspecify.annotations.NullMarked;
