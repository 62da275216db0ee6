/** The files of a dossier: checked by what they are, sealed, shown, replaced and removed. */
@ApplicationModule(
        allowedDependencies = {"kernel", "webkit", "access", "privacy", "participants", "participants :: holdings"})
@NullMarked
package nl.meedoen.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
