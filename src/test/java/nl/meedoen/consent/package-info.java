@NullMarked
package nl.meedoen.consent;

import org.jspecify.annotations.NullMarked;
