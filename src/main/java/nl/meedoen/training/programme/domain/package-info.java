/** Themes and work forms as they are kept. */
@NullMarked
package nl.meedoen.training.programme.domain;

import org.jspecify.annotations.NullMarked;
