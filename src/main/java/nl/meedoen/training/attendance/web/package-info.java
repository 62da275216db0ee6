/** The screen for attendance and the list to sign. */
@NullMarked
package nl.meedoen.training.attendance.web;

import org.jspecify.annotations.NullMarked;
