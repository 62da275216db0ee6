@NullMarked
package nl.meedoen.participants.subject;

import org.jspecify.annotations.NullMarked;
