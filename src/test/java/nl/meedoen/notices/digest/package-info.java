@NullMarked
package nl.meedoen.notices.digest;

import org.jspecify.annotations.NullMarked;
