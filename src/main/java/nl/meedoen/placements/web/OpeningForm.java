package nl.meedoen.placements.web;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.placements.OpeningKind;
import nl.meedoen.placements.market.OpeningDetails;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

record OpeningForm(
        @NotNull(message = "{placements.kind-needed}") @Nullable
        OpeningKind kind,

        @NotBlank(message = "{placements.title-needed}")
        @Size(max = 120, message = "{placements.too-long}")
        @NoCitizenNumber
        @Nullable
        String title,

        @Size(max = 4000, message = "{placements.too-long}") @NoCitizenNumber @Nullable
        String description,

        @Size(max = 120, message = "{placements.too-long}") @NoCitizenNumber @Nullable
        String occupation,

        @Nullable LanguageLevel level,

        @NotNull(message = "{placements.places-needed}")
        @Min(value = 1, message = "{placements.places-needed}")
        @Max(value = 500, message = "{placements.places-needed}")
        @Nullable
        Integer places,

        @Nullable LocalDate fromOn,

        @Nullable LocalDate untilOn,

        @DecimalMin(value = "0.5", message = "{placements.hours-wrong}")
        @DecimalMax(value = "60", message = "{placements.hours-wrong}")
        @Digits(integer = 2, fraction = 1, message = "{placements.hours-wrong}")
        @Nullable
        BigDecimal hours,

        @Size(max = 80, message = "{placements.too-long}") @Nullable
        String municipality,

        @Nullable Long version) {

    static OpeningForm empty(@Nullable String municipality) {
        return new OpeningForm(null, null, null, null, null, 1, null, null, null, municipality, null);
    }

    static OpeningForm of(OpeningDetails details, @Nullable String municipality, long version) {
        return new OpeningForm(
                details.kind(),
                details.title(),
                details.description(),
                details.occupation(),
                details.language(),
                details.places(),
                details.from(),
                details.until(),
                details.hoursAWeek(),
                municipality,
                version);
    }

    public OpeningForm at(long newer) {
        return new OpeningForm(
                kind, title, description, occupation, level, places, fromOn, untilOn, hours, municipality, newer);
    }

    public OpeningDetails details(@Nullable String municipalityCode) {
        return new OpeningDetails(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(title),
                description,
                occupation,
                level,
                Objects.requireNonNull(places),
                fromOn,
                untilOn,
                hours,
                municipalityCode);
    }
}
