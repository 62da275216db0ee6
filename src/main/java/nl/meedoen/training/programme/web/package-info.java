/** Pages of the library. */
@NullMarked
package nl.meedoen.training.programme.web;

import org.jspecify.annotations.NullMarked;
