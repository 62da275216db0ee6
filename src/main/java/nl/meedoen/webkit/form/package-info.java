/** How a form is read, and what becomes of one that cannot be saved as it is. */
@NullMarked
package nl.meedoen.webkit.form;

import org.jspecify.annotations.NullMarked;
