@NullMarked
package nl.meedoen.post;

import org.jspecify.annotations.NullMarked;
