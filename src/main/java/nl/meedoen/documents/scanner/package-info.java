/** The virus scanner, where there is one. */
@NullMarked
package nl.meedoen.documents.scanner;

import org.jspecify.annotations.NullMarked;
