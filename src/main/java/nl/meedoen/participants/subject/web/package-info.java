/** Where a coordinator makes the papers with all that is known of a person. */
@NullMarked
package nl.meedoen.participants.subject.web;

import org.jspecify.annotations.NullMarked;
