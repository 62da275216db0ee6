/** Pages of the review list, of two dossiers side by side, and of taking a merge back. */
@NullMarked
package nl.meedoen.participants.merging.web;

import org.jspecify.annotations.NullMarked;
