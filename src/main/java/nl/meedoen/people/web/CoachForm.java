package nl.meedoen.people.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/** What a coordinator may change of a coach; the municipality by its name. */
record CoachForm(
        @Nullable Long version,

        @NotNull(message = "{people.location-needed}") @Nullable
        String location,

        @Size(max = 80, message = "{people.too-long}") @Nullable
        String municipality,

        @Nullable Set<String> languages,
        @Nullable Set<String> sectors,

        @NotNull(message = "{people.capacity-needed}")
        @Min(value = 0, message = "{people.capacity-range}")
        @Max(value = 20, message = "{people.capacity-range}")
        @Nullable
        Integer capacity,

        @Size(max = 300, message = "{people.too-long}") @NoCitizenNumber @Nullable
        String availability,

        @Size(max = 2000, message = "{people.too-long}") @NoCitizenNumber @Nullable
        String network,

        @Nullable LocalDate vogOn,
        @Nullable LocalDate vogUntil) {

    public Set<String> chosenLanguages() {
        return languages == null ? Set.of() : new TreeSet<>(languages);
    }

    public Set<String> chosenSectors() {
        return sectors == null ? Set.of() : new TreeSet<>(sectors);
    }

    /** The same boxes, read at another version. */
    public CoachForm at(long newVersion) {
        return new CoachForm(
                newVersion,
                location,
                municipality,
                languages,
                sectors,
                capacity,
                availability,
                network,
                vogOn,
                vogUntil);
    }
}
