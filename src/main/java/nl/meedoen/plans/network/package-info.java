/** Whom coaches, participants and employers know, and the introductions that were asked for and made. */
@NamedInterface("network")
@NullMarked
package nl.meedoen.plans.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
