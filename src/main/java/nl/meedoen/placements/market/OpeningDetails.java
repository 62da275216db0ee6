package nl.meedoen.placements.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.placements.OpeningKind;
import org.jspecify.annotations.Nullable;

/**
 * What an employer offers.
 *
 * @param language the level of Dutch that it takes
 * @param places for how many people
 * @param from the first day, {@code until} the last; null while open
 * @param municipalityCode CBS code of where the work is done
 */
public record OpeningDetails(
        OpeningKind kind,
        String title,
        @Nullable String description,
        @Nullable String occupation,
        @Nullable LanguageLevel language,
        int places,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable BigDecimal hoursAWeek,
        @Nullable String municipalityCode) {}
