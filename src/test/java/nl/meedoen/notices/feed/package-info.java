@NullMarked
package nl.meedoen.notices.feed;

import org.jspecify.annotations.NullMarked;
