package nl.meedoen.plans.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/** A step. */
record StepForm(
        @NotBlank(message = "{plans.step-title-needed}")
        @Size(max = 200, message = "{plans.title-long}")
        @NoCitizenNumber
        @Nullable
        String title,

        @Nullable StepOwner owner,
        @Nullable LocalDate dueOn,

        @Size(max = 500, message = "{plans.text-long}") @NoCitizenNumber @Nullable
        String note,

        @Nullable Long version) {

    static StepForm of(StepText text, long version) {
        return new StepForm(text.title(), text.owner(), text.dueOn(), text.note(), version);
    }

    public StepForm at(long now) {
        return new StepForm(title, owner, dueOn, note, now);
    }

    public StepText text() {
        return new StepText(Objects.requireNonNull(title), owner == null ? StepOwner.PARTICIPANT : owner, dueOn, note);
    }
}
