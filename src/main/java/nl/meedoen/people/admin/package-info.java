/** The administrator's pages: accounts and the organisation. */
@NullMarked
package nl.meedoen.people.admin;

import org.jspecify.annotations.NullMarked;
