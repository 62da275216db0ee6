package nl.meedoen.participants.sections;

import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody comes from and on what ground they stay.
 *
 * @param country ISO 3166
 * @param municipality CBS code
 * @param clientNumber the number at the social service; coaches do not see it
 */
public record Background(
        @Nullable String country,
        String municipality,
        @Nullable String clientNumber,
        Permit permit) {

    /** What the registration does not hold. */
    public record Permit(
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            PartialDate arrived,
            @Nullable UUID socialService,
            @Nullable BenefitKind benefit,
            @Nullable LocalDate benefitFrom,
            @Nullable LocalDate benefitUntil) {}

    /** What somebody lives on. */
    public enum BenefitKind {
        NONE,
        PARTICIPATION_ACT,
        UNEMPLOYMENT,
        DISABILITY,
        STUDENT,
        OTHER
    }
}
