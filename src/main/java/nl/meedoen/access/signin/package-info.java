/** Signing in, its throttle, and what is checked before each request. */
@NullMarked
package nl.meedoen.access.signin;

import org.jspecify.annotations.NullMarked;
