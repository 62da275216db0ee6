@NullMarked
package nl.meedoen.webkit.table;

import org.jspecify.annotations.NullMarked;
