/** What tests of every room lean on. */
@NullMarked
package nl.meedoen.support;

import org.jspecify.annotations.NullMarked;
