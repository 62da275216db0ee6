package nl.meedoen.participants.registration;

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

    /** The same with another name, birth and gender. */
    public Registration of(PersonName called, PartialDate born, @Nullable BirthSource source, Gender as) {
        return new Registration(
                called,
                born,
                source,
                as,
                reachability,
                municipalityCode,
                country,
                clientNumber,
                benefit,
                benefitFrom,
                benefitUntil,
                learningRoute,
                languageLevel,
                wishedSector,
                remark);
    }

    /** The same, to be reached otherwise. */
    public Registration reachedBy(Reachability reach) {
        return new Registration(
                name,
                birth,
                birthSource,
                gender,
                reach,
                municipalityCode,
                country,
                clientNumber,
                benefit,
                benefitFrom,
                benefitUntil,
                learningRoute,
                languageLevel,
                wishedSector,
                remark);
    }

    /** The same with another background. */
    public Registration from(
            @Nullable String origin,
            String municipality,
            @Nullable String client,
            @Nullable Boolean receives,
            @Nullable LocalDate receivesFrom,
            @Nullable LocalDate receivesUntil) {
        return new Registration(
                name,
                birth,
                birthSource,
                gender,
                reachability,
                municipality,
                origin,
                client,
                receives,
                receivesFrom,
                receivesUntil,
                learningRoute,
                languageLevel,
                wishedSector,
                remark);
    }

    /** The same on another learning route. */
    public Registration learning(@Nullable LearningRoute route) {
        return new Registration(
                name,
                birth,
                birthSource,
                gender,
                reachability,
                municipalityCode,
                country,
                clientNumber,
                benefit,
                benefitFrom,
                benefitUntil,
                route,
                languageLevel,
                wishedSector,
                remark);
    }

    /** The same with another level of Dutch. */
    public Registration speaking(@Nullable LanguageLevel level) {
        return new Registration(
                name,
                birth,
                birthSource,
                gender,
                reachability,
                municipalityCode,
                country,
                clientNumber,
                benefit,
                benefitFrom,
                benefitUntil,
                learningRoute,
                level,
                wishedSector,
                remark);
    }

    /** The same with another wish, an SBI section. */
    public Registration wishing(@Nullable String sector) {
        return new Registration(
                name,
                birth,
                birthSource,
                gender,
                reachability,
                municipalityCode,
                country,
                clientNumber,
                benefit,
                benefitFrom,
                benefitUntil,
                learningRoute,
                languageLevel,
                sector,
                remark);
    }
}
