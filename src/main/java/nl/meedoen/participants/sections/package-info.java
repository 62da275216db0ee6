/** The intake in sections: what is learnt of somebody, in any order and on more than one day. */
@NullMarked
package nl.meedoen.participants.sections;

import org.jspecify.annotations.NullMarked;
