package nl.meedoen.plans.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.text.GoalText;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/** A goal, and while it is new up to three first steps. */
record GoalForm(
        @NotNull(message = "{plans.domain-needed}") @Nullable
        GoalDomain domain,

        @NotBlank(message = "{plans.goal-title-needed}")
        @Size(max = 200, message = "{plans.title-long}")
        @NoCitizenNumber
        @Nullable
        String title,

        @Size(max = 1000, message = "{plans.text-long}") @NoCitizenNumber @Nullable
        String why,

        @Size(max = 1000, message = "{plans.text-long}") @NoCitizenNumber @Nullable
        String measure,

        @Nullable LocalDate targetOn,
        @Nullable List<@Valid Line> steps,
        @Nullable Long version) {

    static final int FIRST_STEPS = 3;

    /** One of the first steps; a line without a title is not there. */
    record Line(
            @Size(max = 200, message = "{plans.title-long}") @NoCitizenNumber @Nullable
            String title,

            @Nullable StepOwner owner,
            @Nullable LocalDate dueOn) {}

    GoalForm {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < FIRST_STEPS; i++) {
            // A line that was not sent is null in the list that Spring makes.
            Line line = steps == null || i >= steps.size() ? null : steps.get(i);
            lines.add(line == null ? new Line(null, StepOwner.PARTICIPANT, null) : line);
        }
        steps = lines;
    }

    static GoalForm empty() {
        return new GoalForm(null, null, null, null, null, null, null);
    }

    static GoalForm of(GoalText text, long version) {
        return new GoalForm(text.domain(), text.title(), text.why(), text.measure(), text.targetOn(), null, version);
    }

    public GoalForm at(long now) {
        return new GoalForm(domain, title, why, measure, targetOn, steps, now);
    }

    public GoalText text() {
        return new GoalText(Objects.requireNonNull(domain), Objects.requireNonNull(title), why, measure, targetOn);
    }

    public List<StepText> firstSteps() {
        List<StepText> texts = new ArrayList<>();
        for (Line line : Objects.requireNonNull(steps)) {
            if (line.title() != null) {
                StepOwner owner = line.owner();
                texts.add(
                        new StepText(line.title(), owner == null ? StepOwner.PARTICIPANT : owner, line.dueOn(), null));
            }
        }
        return texts;
    }
}
