@NullMarked
package nl.meedoen.factors.passkey;

import org.jspecify.annotations.NullMarked;
