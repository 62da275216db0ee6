package nl.meedoen.plans.network.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import nl.meedoen.plans.network.Acquaintance;
import nl.meedoen.plans.network.AcquaintanceText;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/** Somebody whom a volunteer knows; {@code place} is the name of a municipality as it was typed. */
record AcquaintanceForm(
        @NotBlank(message = "{network.organisation-needed}")
        @Size(max = 120, message = "{network.long-120}")
        @NoCitizenNumber
        @Nullable
        String organisation,

        @Size(max = 120, message = "{network.long-120}") @NoCitizenNumber @Nullable
        String does,

        @NotBlank(message = "{network.sector-needed}")
        @Pattern(regexp = "|[A-U]", message = "{network.sector-needed}")
        @Nullable
        String sector,

        @Size(max = 80, message = "{network.long-80}") @Nullable
        String place,

        @Size(max = 120, message = "{network.long-120}") @NoCitizenNumber @Nullable
        String person,

        @Size(max = 500, message = "{network.long-500}") @NoCitizenNumber @Nullable
        String note,

        @Nullable Long version) {

    static AcquaintanceForm empty() {
        return new AcquaintanceForm(null, null, null, null, null, null, null);
    }

    static AcquaintanceForm of(Acquaintance known) {
        AcquaintanceText text = known.text();
        return new AcquaintanceForm(
                text.organisation(),
                text.does(),
                text.sector(),
                known.place(),
                text.person(),
                text.note(),
                known.version());
    }

    AcquaintanceForm at(long now) {
        return new AcquaintanceForm(organisation, does, sector, place, person, note, now);
    }

    /** @param municipality CBS code */
    AcquaintanceText text(@Nullable String municipality) {
        return new AcquaintanceText(
                Objects.requireNonNull(organisation), does, Objects.requireNonNull(sector), municipality, person, note);
    }
}
