/** People who leave: what they hand over first, before their account is closed. */
@NullMarked
package nl.meedoen.people.leaving;

import org.jspecify.annotations.NullMarked;
