package nl.meedoen.placements;

import java.time.LocalDate;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a kind of placement on a day and in a municipality.
 *
 * @param longestMonths the longest first term; null where there is none
 * @param extendableMonths the longest in all, the first term included; null where there is none
 * @param agreementNeeded whether the agreement must be signed before it runs
 * @param insuranceNeeded whether the employer's insurance must be checked before it runs
 */
public record PlacementRule(
        @Nullable Integer longestMonths,
        @Nullable Integer extendableMonths,
        boolean agreementNeeded,
        boolean insuranceNeeded) {

    /** A kind without rules of its own. */
    public static final PlacementRule FREE = new PlacementRule(null, null, false, false);

    /** Refuses a first term that ends before it starts, has no end where one is needed, or is too long. */
    public void checkTerm(LocalDate from, @Nullable LocalDate until) {
        check(from, until, longestMonths);
    }

    /** Refuses an extension beyond what is allowed in all. */
    public void checkExtended(LocalDate from, @Nullable LocalDate until) {
        check(from, until, extendableMonths == null ? longestMonths : extendableMonths);
    }

    private static void check(LocalDate from, @Nullable LocalDate until, @Nullable Integer months) {
        if (until == null) {
            if (months != null) {
                throw new RuleBroken("placements.end-needed", months);
            }
            return;
        }
        if (until.isBefore(from)) {
            throw new RuleBroken("placements.ends-before-start");
        }
        if (months != null && until.isAfter(lastDay(from, months))) {
            throw new RuleBroken("placements.term-too-long", months);
        }
    }

    /** Refuses a start without the papers that the kind needs. */
    public void checkPapers(@Nullable LocalDate agreementSignedOn, boolean insuranceChecked) {
        if (agreementNeeded && agreementSignedOn == null) {
            throw new RuleBroken("placements.agreement-missing");
        }
        if (insuranceNeeded && !insuranceChecked) {
            throw new RuleBroken("placements.insurance-missing");
        }
    }

    /** The last day of so many months: two months from 1 March end on 30 April. */
    public static LocalDate lastDay(LocalDate from, int months) {
        return from.plusMonths(months).minusDays(1);
    }
}
