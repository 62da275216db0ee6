package nl.meedoen.participants.retention;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The two clocks that run from the end of an enrolment. Notes of coaching go first, since nobody needs them any more (AVG
 * 5(1)(e)). Evidence for the funder stays: five years from the last day of the year, as article 82 of Regulation (EU)
 * 2021/1060 has it for AMIF, or until the date in the grant decision where that is later.
 */
@Component
public class Clocks {

    private final Period notes;
    private final Period evidence;
    private final @Nullable LocalDate granted;

    Clocks(
            @Value("${meedoen.retention.notes:1y}") Period notes,
            @Value("${meedoen.retention.evidence:5y}") Period evidence,
            @Value("${meedoen.retention.evidence-until:}") String granted) {
        this.notes = notes;
        this.evidence = evidence;
        this.granted = granted.isBlank() ? null : LocalDate.parse(granted.strip());
    }

    /** How long the notes stay after the end. */
    public Period notes() {
        return notes;
    }

    /** How long evidence stays after the year of the end. */
    public Period evidence() {
        return evidence;
    }

    /** Until when all evidence stays because of the grant decision; null where no date is set. */
    public @Nullable LocalDate granted() {
        return granted;
    }

    /** From which day on the notes are due. */
    public LocalDate notesDue(LocalDate ended) {
        return ended.plus(notes);
    }

    /** From which day on the evidence, and the dossier with it, is due. */
    public LocalDate evidenceDue(LocalDate ended) {
        LocalDate due = endOfYear(ended).plus(evidence).plusDays(1);
        return granted != null && !due.isAfter(granted) ? granted.plusDays(1) : due;
    }

    /** The last day of an enrolment whose notes are due within a month. */
    LocalDate notesLimit(YearMonth month) {
        return month.atEndOfMonth().minus(notes);
    }

    /** The last day of an enrolment whose evidence is due within a month; null where none is. */
    @Nullable
    LocalDate evidenceLimit(YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        if (granted != null && !granted.isBefore(last)) {
            return null;
        }
        LocalDate limit = endOfYear(last);
        while (evidenceDue(limit).isAfter(last)) {
            limit = limit.minusYears(1);
        }
        return limit;
    }

    private static LocalDate endOfYear(LocalDate day) {
        return day.withMonth(12).withDayOfMonth(31);
    }
}
