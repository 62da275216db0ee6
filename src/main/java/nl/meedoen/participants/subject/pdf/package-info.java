/** Text on a page of a PDF, in scripts that run to the right and to the left. */
@NullMarked
package nl.meedoen.participants.subject.pdf;

import org.jspecify.annotations.NullMarked;
