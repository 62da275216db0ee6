/** Who works with whom: choosing a coach, handing over, covering for who is away, and how much somebody has to do. */
@NullMarked
package nl.meedoen.participants.caseload;

import org.jspecify.annotations.NullMarked;
