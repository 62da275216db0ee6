@NullMarked
package nl.meedoen.documents.scanner;

import org.jspecify.annotations.NullMarked;
