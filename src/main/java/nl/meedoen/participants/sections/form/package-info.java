/** The boxes of each section's form, and what they offer to choose from. */
@NullMarked
package nl.meedoen.participants.sections.form;

import org.jspecify.annotations.NullMarked;
