@NullMarked
package nl.meedoen.people.domain;

import org.jspecify.annotations.NullMarked;
