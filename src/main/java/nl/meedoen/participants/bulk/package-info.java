/** One thing done for many participants at once: chosen in the list, looked at before, and taken back as a whole. */
@NullMarked
package nl.meedoen.participants.bulk;

import org.jspecify.annotations.NullMarked;
