/** Signing in through the municipality's own provider, by OpenID Connect; off until an issuer is named. */
@NullMarked
package nl.meedoen.access.provider;

import org.jspecify.annotations.NullMarked;
