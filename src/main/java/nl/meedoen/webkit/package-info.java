/** What every page shares: refusals, page layout data, forms, paging, dates in words. */
@ApplicationModule(allowedDependencies = "kernel", type = ApplicationModule.Type.OPEN)
@NullMarked
package nl.meedoen.webkit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
