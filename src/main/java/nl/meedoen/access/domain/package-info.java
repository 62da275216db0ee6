@NullMarked
package nl.meedoen.access.domain;

import org.jspecify.annotations.NullMarked;
