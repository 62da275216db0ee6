/** With what the demo writes: dice that always fall the same way, phrases, and rows for COPY. */
@NullMarked
package nl.meedoen.demo.writing;

import org.jspecify.annotations.NullMarked;
