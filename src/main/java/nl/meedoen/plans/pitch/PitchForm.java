package nl.meedoen.plans.pitch;

import jakarta.validation.constraints.Size;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The three parts of a pitch; each short enough for a card of A6. */
record PitchForm(
        @Size(max = 300, message = "{pitch.long}") @NoCitizenNumber @Nullable
        String who,

        @Size(max = 300, message = "{pitch.long}") @NoCitizenNumber @Nullable
        String can,

        @Size(max = 300, message = "{pitch.long}") @NoCitizenNumber @Nullable
        String want,

        @Nullable Long version) {

    static PitchForm of(@Nullable Pitch newest) {
        return newest == null
                ? new PitchForm(null, null, null, 0L)
                : new PitchForm(
                        newest.text().who(), newest.text().can(), newest.text().want(), (long) newest.number());
    }

    public PitchForm at(long now) {
        return new PitchForm(who, can, want, now);
    }

    void check(Errors errors) {
        if (text().isEmpty()) {
            errors.rejectValue("who", "pitch.empty");
        }
    }

    PitchText text() {
        return new PitchText(who, can, want);
    }
}
