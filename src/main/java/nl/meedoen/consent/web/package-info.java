/** The pages of consents: the history in the dossier, the page that is signed, and the paper. */
@NullMarked
package nl.meedoen.consent.web;

import org.jspecify.annotations.NullMarked;
