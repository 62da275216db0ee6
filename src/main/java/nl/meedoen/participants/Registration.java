package nl.meedoen.participants;

import java.time.LocalDate;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.LearningRoute;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.participants.matching.MatchSubject;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of somebody: when they are registered, when an import brings them, and when it is corrected.
 *
 * @param municipalityCode CBS code of where the person lives
 * @param country ISO 3166, of origin
 * @param clientNumber the number at the social service
 * @param benefit whether the person receives a benefit; null when unknown
 * @param benefitFrom since when; null when unknown, as is {@code benefitUntil}
 * @param benefitUntil the last day of the benefit, where it ended or will
 * @param wishedSector SBI section
 */
public record Registration(
        PersonName name,
        PartialDate birth,
        @Nullable BirthSource birthSource,
        Gender gender,
        Reachability reachability,
        String municipalityCode,
        @Nullable String country,
        @Nullable String clientNumber,
        @Nullable Boolean benefit,
        @Nullable LocalDate benefitFrom,
        @Nullable LocalDate benefitUntil,
        @Nullable LearningRoute learningRoute,
        @Nullable LanguageLevel languageLevel,
        @Nullable String wishedSector,
        @Nullable String remark) {

    /** What is compared with others before somebody is written down twice. */
    public MatchSubject subject() {
        return MatchSubject.of(name, birth, gender, reachability.phone(), reachability.email(), clientNumber);
    }
}
