package nl.meedoen.plans.text;

import java.time.LocalDate;
import nl.meedoen.plans.StepOwner;
import org.jspecify.annotations.Nullable;

/** What people write about a step. */
public record StepText(
        String title,
        StepOwner owner,
        @Nullable LocalDate dueOn,
        @Nullable String note) {}
