/** What stands around a list: ways of looking at it, filters that are on, counts that ask for attention, and paging. */
@NullMarked
package nl.meedoen.webkit.view;

import org.jspecify.annotations.NullMarked;
