/** Tables as files for a spreadsheet. */
@NullMarked
package nl.meedoen.webkit.table;

import org.jspecify.annotations.NullMarked;
