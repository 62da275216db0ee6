/** What somebody writes of a goal, a step, a contact or an appointment. */
@NullMarked
package nl.meedoen.plans.text;

import org.jspecify.annotations.NullMarked;
