/** The accounts of the demo: on the sign-in page and in the log. */
@NullMarked
package nl.meedoen.demo.accounts;

import org.jspecify.annotations.NullMarked;
