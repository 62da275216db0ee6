@NullMarked
package nl.meedoen.documents;

import org.jspecify.annotations.NullMarked;
