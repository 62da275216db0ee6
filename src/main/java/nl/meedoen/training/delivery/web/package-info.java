/** Pages of groups and their members, and the dossier's tab. */
@NullMarked
package nl.meedoen.training.delivery.web;

import org.jspecify.annotations.NullMarked;
