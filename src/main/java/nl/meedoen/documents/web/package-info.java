/** The pages of the documents in a dossier. */
@NullMarked
package nl.meedoen.documents.web;

import org.jspecify.annotations.NullMarked;
