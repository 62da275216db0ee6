package nl.meedoen.plans.network.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import nl.meedoen.plans.network.Introduction;
import nl.meedoen.plans.network.IntroductionOutcome;
import nl.meedoen.plans.network.IntroductionState;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** How far an introduction is. */
record ProgressForm(
        @NotNull(message = "{network.state-needed}") @Nullable
        IntroductionState state,

        @Nullable LocalDate on,
        @Nullable IntroductionOutcome outcome,

        @Size(max = 500, message = "{network.long-500}") @NoCitizenNumber @Nullable
        String note,

        @Nullable Long version) {

    static ProgressForm of(Introduction now) {
        Introduction.Progress is = now.progress();
        return new ProgressForm(is.state(), is.on(), is.outcome(), is.note(), now.version());
    }

    ProgressForm at(long now) {
        return new ProgressForm(state, on, outcome, note, now);
    }

    void check(Errors errors) {
        if (state != null && state != IntroductionState.ASKED && on == null && !errors.hasFieldErrors("on")) {
            errors.rejectValue("on", "network.day-needed");
        }
        if (outcome != null && state != IntroductionState.MADE) {
            errors.rejectValue("outcome", "network.outcome-only-made");
        }
    }

    Introduction.Progress is() {
        boolean asked = state == IntroductionState.ASKED;
        return new Introduction.Progress(Objects.requireNonNull(state), asked ? null : on, outcome, note);
    }
}
