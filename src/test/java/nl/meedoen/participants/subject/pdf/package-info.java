@NullMarked
package nl.meedoen.participants.subject.pdf;

import org.jspecify.annotations.NullMarked;
