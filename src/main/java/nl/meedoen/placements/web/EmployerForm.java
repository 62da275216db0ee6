package nl.meedoen.placements.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.placements.SizeBand;
import nl.meedoen.placements.market.EmployerDetails;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

record EmployerForm(
        @NotBlank(message = "{placements.name-needed}")
        @Size(max = 120, message = "{placements.too-long}")
        @NoCitizenNumber
        @Nullable
        String name,

        @Pattern(regexp = "[\\s.]*(\\d[\\s.]*){8}", message = "{placements.kvk-wrong}") @Nullable
        String kvk,

        @NotNull(message = "{placements.sector-needed}")
        @Pattern(regexp = "[A-U]", message = "{placements.sector-needed}")
        @Nullable
        String sector,

        @NotNull(message = "{placements.size-needed}") @Nullable
        SizeBand size,

        @Size(max = 120, message = "{placements.too-long}") @NoCitizenNumber @Nullable
        String street,

        @Pattern(regexp = "\\s*[1-9]\\d{3}\\s?[A-Za-z]{2}\\s*", message = "{placements.postcode-wrong}") @Nullable
        String postcode,

        @Size(max = 80, message = "{placements.too-long}") @NoCitizenNumber @Nullable
        String town,

        @Size(max = 80, message = "{placements.too-long}") @Nullable
        String municipality,

        @Size(max = 4000, message = "{placements.too-long}") @NoCitizenNumber @Nullable
        String note,

        @Nullable UUID region,
        @Nullable Long version) {

    static EmployerForm empty(@Nullable UUID region) {
        return new EmployerForm(null, null, null, null, null, null, null, null, null, region, null);
    }

    static EmployerForm of(EmployerDetails details, @Nullable String municipality, long version) {
        return new EmployerForm(
                details.name(),
                details.kvk(),
                details.sector(),
                details.size(),
                details.street(),
                details.postcode(),
                details.town(),
                municipality,
                details.note(),
                null,
                version);
    }

    public EmployerForm at(long newer) {
        return new EmployerForm(name, kvk, sector, size, street, postcode, town, municipality, note, region, newer);
    }

    public EmployerDetails details(@Nullable String municipalityCode) {
        return new EmployerDetails(
                Objects.requireNonNull(name),
                kvk == null ? null : kvk.replaceAll("\\D", ""),
                Objects.requireNonNull(sector),
                Objects.requireNonNull(size),
                street,
                postcode == null
                        ? null
                        : postcode.strip()
                                .toUpperCase(java.util.Locale.ROOT)
                                .replaceAll("^(\\d{4})\\s*(\\D{2})$", "$1 $2"),
                town,
                municipalityCode,
                note);
    }
}
