/** The trainers' manual: six themes with their work forms, editable, with tips by trainers. */
@NullMarked
package nl.meedoen.training.programme;

import org.jspecify.annotations.NullMarked;
