/** Reads the registrations that municipalities mail as CSV or XLSX, row by row, and writes back what could not be taken. */
@NullMarked
package nl.meedoen.participants.intake.file;

import org.jspecify.annotations.NullMarked;
