/** Subject access (AVG 15 and 20): all that is known of a person, as a paper and as a file. */
@NullMarked
package nl.meedoen.participants.subject;

import org.jspecify.annotations.NullMarked;
