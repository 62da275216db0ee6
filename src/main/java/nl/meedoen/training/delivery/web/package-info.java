/** Pages of groups and sessions. */
@NullMarked
package nl.meedoen.training.delivery.web;

import org.jspecify.annotations.NullMarked;
