@NullMarked
package nl.meedoen.participants.caseload;

import org.jspecify.annotations.NullMarked;
