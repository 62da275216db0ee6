/** The list of participants that people live in: filters, orders and columns in the address, kept views, and the list as a file. */
@NullMarked
package nl.meedoen.participants.lists;

import org.jspecify.annotations.NullMarked;
