/** How long dossiers are kept, what holds them, and how one goes without a trace (AVG 17). */
@NullMarked
package nl.meedoen.participants.retention;

import org.jspecify.annotations.NullMarked;
