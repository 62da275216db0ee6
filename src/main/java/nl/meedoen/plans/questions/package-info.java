/** Questions between client manager, coach and coordinator about a participant, as threads that can be closed. */
@NullMarked
package nl.meedoen.plans.questions;

import org.jspecify.annotations.NullMarked;
