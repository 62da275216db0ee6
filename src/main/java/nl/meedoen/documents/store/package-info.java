/** Files under lock: a key for each, and the keys under a key that is not in the database. */
@NullMarked
package nl.meedoen.documents.store;

import org.jspecify.annotations.NullMarked;
