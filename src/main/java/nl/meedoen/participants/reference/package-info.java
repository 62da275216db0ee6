/** Reference lists that registrations and dossiers share: municipalities, countries and languages. */
@NullMarked
package nl.meedoen.participants.reference;

import org.jspecify.annotations.NullMarked;
