/** What becomes of a form that cannot be saved as it is. */
@NullMarked
package nl.meedoen.webkit.form;

import org.jspecify.annotations.NullMarked;
