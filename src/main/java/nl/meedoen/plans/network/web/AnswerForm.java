package nl.meedoen.plans.network.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/** What a volunteer answers who was asked for an introduction. */
record AnswerForm(
        @NotNull(message = "{network.state-needed}") @Nullable
        Boolean made,

        @Size(max = 500, message = "{network.long-500}") @NoCitizenNumber @Nullable
        String note) {}
