@NullMarked
package nl.meedoen.webkit.pdf;

import org.jspecify.annotations.NullMarked;
