package nl.meedoen.training.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import nl.meedoen.training.delivery.domain.Session;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/** Another day, hour or place for a session, and why. */
record MoveForm(
        @Nullable Long version,

        @NotNull(message = "{training.day-needed}") @Nullable
        LocalDate on,

        @NotNull(message = "{training.start-time-needed}") @Nullable
        LocalTime startsAt,

        @NotNull(message = "{training.end-time-needed}") @Nullable
        LocalTime endsAt,

        @NotBlank(message = "{training.place-needed}") @Size(max = 120) @NoCitizenNumber @Nullable
        String place,

        @NotBlank(message = "{training.reason-needed}") @Size(max = 500) @NoCitizenNumber @Nullable
        String reason) {

    /** Where the session is now; the reason is asked anew. */
    static MoveForm of(SessionPage page) {
        return new MoveForm(page.version(), page.heldOn(), page.startsAt(), page.endsAt(), page.place(), null);
    }

    /** What was typed; to be asked for only when the form has no errors. */
    public Session.Slot slot() {
        return new Session.Slot(
                Objects.requireNonNull(on),
                Objects.requireNonNull(startsAt),
                Objects.requireNonNull(endsAt),
                Objects.requireNonNull(place));
    }

    public long readVersion() {
        return version == null ? -1 : version;
    }
}
