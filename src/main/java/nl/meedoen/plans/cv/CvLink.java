package nl.meedoen.plans.cv;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The address under which an employer reads a curriculum vitae.
 *
 * @param secret what makes the address, and is in no other one
 * @param madeOn when it was first made
 * @param shownAs the day of what stands behind it
 * @param until the last day
 * @param opened how often it was opened
 * @param openedOn when last; null when never
 */
record CvLink(
        UUID id,
        String secret,
        LocalDate madeOn,
        LocalDate shownAs,
        LocalDate until,
        int opened,
        @Nullable LocalDate openedOn) {}
