/** One conversation with several participants, written down once and kept in each dossier by itself. */
@NullMarked
package nl.meedoen.plans.together;

import org.jspecify.annotations.NullMarked;
