/** Between the password and the second step: who is there, what they still owe, and how they get in. */
@NamedInterface("halfway")
@NullMarked
package nl.meedoen.access.halfway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
