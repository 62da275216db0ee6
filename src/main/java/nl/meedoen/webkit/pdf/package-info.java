/** Text on a page of a PDF, in scripts that run to the right and to the left. */
@NullMarked
package nl.meedoen.webkit.pdf;

import org.jspecify.annotations.NullMarked;
