package nl.meedoen.plans.network.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import nl.meedoen.plans.network.Introductions;
import nl.meedoen.plans.network.Via;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/** That somebody was asked to introduce a participant. */
record IntroductionForm(
        @NotNull(message = "{network.via-needed}") @Nullable Via via,

        @NotBlank(message = "{network.whom-needed}")
        @Size(max = 120, message = "{network.long-120}")
        @NoCitizenNumber
        @Nullable
        String whom,

        @Size(max = 300, message = "{network.long-300}") @NoCitizenNumber @Nullable
        String wanted,

        @NotNull(message = "{network.day-needed}") @Nullable LocalDate on) {

    Introductions.Request request() {
        return new Introductions.Request(
                Objects.requireNonNull(via), Objects.requireNonNull(whom), wanted, Objects.requireNonNull(on));
    }
}
