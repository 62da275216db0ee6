@NullMarked
package nl.meedoen.documents.content;

import org.jspecify.annotations.NullMarked;
