@NullMarked
package nl.meedoen.participants.domain;

import org.jspecify.annotations.NullMarked;
