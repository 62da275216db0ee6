@NullMarked
package nl.meedoen.enrolment;

import org.jspecify.annotations.NullMarked;
