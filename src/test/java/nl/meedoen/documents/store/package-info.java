@NullMarked
package nl.meedoen.documents.store;

import org.jspecify.annotations.NullMarked;
