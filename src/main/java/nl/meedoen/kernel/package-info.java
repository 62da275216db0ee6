/** What every room may use and what itself uses no room: ids, names, dates, phone numbers and a few words of the law. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.meedoen.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
