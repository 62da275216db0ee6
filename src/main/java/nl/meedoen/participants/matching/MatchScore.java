package nl.meedoen.participants.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * How likely it is that two registrations are of one person, with the reasons to show. It is a hint: a person decides.
 *
 * @param value from 0 to 1
 */
public record MatchScore(double value, List<MatchReason> reasons) {

    /** From here on: very probably the same person. */
    public static final double LIKELY = 0.75;
    /** From here on: worth a look. */
    public static final double POSSIBLE = 0.5;

    private static final double NAME = 0.7;
    private static final double BIRTH_DATE = 0.3;
    private static final double BIRTH_YEAR = 0.1;
    private static final double SAME_PHONE = 0.25;
    private static final double SAME_EMAIL = 0.25;
    private static final double SAME_CLIENT_NUMBER = 0.5;
    private static final double OTHER_DAY = -0.1;
    private static final double OTHER_GENDER = -0.08;
    private static final double OTHER_YEAR = 0.5;
    /** Twins share a father's name, a birth date and a phone; only a number given to one person tells more. */
    private static final double NOT_YET_LIKELY = 0.74;

    /** Takes a copy of the reasons. */
    public MatchScore {
        reasons = List.copyOf(reasons);
    }

    /** Compares two people; the order makes no difference. */
    public static MatchScore of(MatchSubject a, MatchSubject b) {
        List<MatchReason> reasons = new ArrayList<>();
        NameLikeness name = NameLikeness.best(a.names(), b.names());
        name.reason().ifPresent(reasons::add);
        double score = NAME * name.value();

        Optional<MatchReason> birth = birth(a.birth(), b.birth());
        birth.ifPresent(reasons::add);
        if (birth.isPresent()) score += birth.get() == MatchReason.SAME_BIRTH_DATE ? BIRTH_DATE : BIRTH_YEAR;
        else if (sameYear(a.birth(), b.birth())) score += OTHER_DAY;
        if (a.gender() != b.gender() && a.gender() != Gender.UNKNOWN && b.gender() != Gender.UNKNOWN) {
            score += OTHER_GENDER;
        }

        double contact = 0;
        contact += add(reasons, MatchReason.SAME_PHONE, SAME_PHONE, a.phone(), b.phone());
        contact += add(reasons, MatchReason.SAME_EMAIL, SAME_EMAIL, a.email(), b.email());
        contact += add(reasons, MatchReason.SAME_CLIENT_NUMBER, SAME_CLIENT_NUMBER, a.clientNumber(), b.clientNumber());
        // A family shares a phone, but hardly ever a name too: then a birth year may have been mistyped.
        if (contact == 0 && yearsApart(a.birth(), b.birth()) > 1) score *= OTHER_YEAR;
        double most = name.otherPart() && !reasons.contains(MatchReason.SAME_CLIENT_NUMBER) ? NOT_YET_LIKELY : 1;
        return new MatchScore(Math.max(0, Math.min(most, score + contact)), reasons);
    }

    /** Whether it is very probably the same person. */
    public boolean isLikely() {
        return value >= LIKELY;
    }

    /** Whether it is worth a look; also true of what is likely. */
    public boolean isPossible() {
        return value >= POSSIBLE;
    }

    private static double add(
            List<MatchReason> reasons, MatchReason reason, double weight, @Nullable Object a, @Nullable Object b) {
        if (a == null || !a.equals(b)) return 0;
        reasons.add(reason);
        return weight;
    }

    private static Optional<MatchReason> birth(PartialDate a, PartialDate b) {
        if (!sameYear(a, b)) return Optional.empty();
        Optional<LocalDate> dayA = a.exact();
        Optional<LocalDate> dayB = b.exact();
        if (dayA.isPresent() && dayB.isPresent()) {
            if (dayA.equals(dayB)) {
                boolean givenByDefault = dayA.get().getDayOfYear() == 1;
                return Optional.of(givenByDefault ? MatchReason.SAME_BIRTH_YEAR : MatchReason.SAME_BIRTH_DATE);
            }
            return swapped(dayA.get(), dayB.get()) || isFirstOfJanuary(dayA.get()) || isFirstOfJanuary(dayB.get())
                    ? Optional.of(MatchReason.SAME_BIRTH_YEAR)
                    : Optional.empty();
        }
        boolean otherMonth =
                a.month() != null && b.month() != null && !a.month().equals(b.month());
        return otherMonth ? Optional.empty() : Optional.of(MatchReason.SAME_BIRTH_YEAR);
    }

    /** 06-03 read as 3 June. */
    private static boolean swapped(LocalDate a, LocalDate b) {
        return a.getDayOfMonth() == b.getMonthValue() && b.getDayOfMonth() == a.getMonthValue();
    }

    private static boolean isFirstOfJanuary(LocalDate date) {
        return date.getDayOfYear() == 1;
    }

    private static boolean sameYear(PartialDate a, PartialDate b) {
        return a.year() != null && Objects.equals(a.year(), b.year());
    }

    private static int yearsApart(PartialDate a, PartialDate b) {
        return a.year() == null || b.year() == null ? 0 : Math.abs(a.year() - b.year());
    }
}
