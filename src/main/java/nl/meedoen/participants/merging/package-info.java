/** Who may be one person twice, and two dossiers that become one, and again two. */
@NullMarked
package nl.meedoen.participants.merging;

import org.jspecify.annotations.NullMarked;
