/** Social services: the municipalities they serve, who works there, and municipalities that merge. */
@NullMarked
package nl.meedoen.people.services;

import org.jspecify.annotations.NullMarked;
