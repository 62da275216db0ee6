/** From somebody's dream job to what it takes, what is there already, the steps between, and a job on the way. */
@NullMarked
package nl.meedoen.plans.dream;

import org.jspecify.annotations.NullMarked;
