/** The pages of networks and introductions. */
@NullMarked
package nl.meedoen.plans.network.web;

import org.jspecify.annotations.NullMarked;
