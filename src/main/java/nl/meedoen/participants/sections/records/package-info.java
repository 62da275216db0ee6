/** How each section of the intake is kept in the database and told in words. */
@NullMarked
package nl.meedoen.participants.sections.records;

import org.jspecify.annotations.NullMarked;
