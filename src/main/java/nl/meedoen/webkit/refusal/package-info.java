/** What somebody reads when a page is not there, may not be seen, or broke. */
@NullMarked
package nl.meedoen.webkit.refusal;

import org.jspecify.annotations.NullMarked;
