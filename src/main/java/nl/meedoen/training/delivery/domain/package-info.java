/** Groups, sessions and memberships as they are kept. */
@NullMarked
package nl.meedoen.training.delivery.domain;

import org.jspecify.annotations.NullMarked;
