package nl.meedoen.plans.network.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/** What is asked of a volunteer who does not know the participant. */
record AskForm(
        @NotBlank(message = "{network.ask-wanted-needed}")
        @Size(max = 300, message = "{network.long-300}")
        @NoCitizenNumber
        @Nullable
        String wanted) {}
