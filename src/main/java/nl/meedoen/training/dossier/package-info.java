/** A participant's groups as the dossier shows them: which one fits, putting somebody in, taking them out. */
@NullMarked
package nl.meedoen.training.dossier;

import org.jspecify.annotations.NullMarked;
