package nl.meedoen.plans.outline;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.meedoen.kernel.LearningRoute;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** An outline with its goals; a goal without a title is not there, and one free goal always follows. */
record OutlineForm(
        @NotBlank(message = "{outline.name-needed}")
        @Size(max = 100, message = "{outline.name-long}")
        @NoCitizenNumber
        @Nullable
        String name,

        @Nullable LearningRoute route,
        @Nullable Boolean everywhere,
        @Nullable List<@Valid Line> goals,
        @Nullable Long version) {

    static final int MOST_GOALS = 10;

    /** One goal, its steps a line each. */
    record Line(
            @Nullable GoalDomain domain,

            @Size(max = 200, message = "{plans.title-long}") @NoCitizenNumber @Nullable
            String title,

            @Size(max = 1000, message = "{plans.text-long}") @NoCitizenNumber @Nullable
            String measure,

            @Min(value = 1, message = "{outline.weeks-wrong}")
            @Max(value = 156, message = "{outline.weeks-wrong}")
            @Nullable
            Integer weeks,

            @Size(max = 4000, message = "{plans.text-long}") @NoCitizenNumber @Nullable
            String steps) {

        static Line empty() {
            return new Line(null, null, null, null, null);
        }

        static Line of(OutlineGoal goal) {
            return new Line(goal.domain(), goal.title(), goal.measure(), goal.weeks(), StepLines.write(goal.steps()));
        }
    }

    OutlineForm {
        List<Line> lines = new ArrayList<>();
        for (Line line : goals == null ? List.<Line>of() : goals) {
            // a line that was not sent is null in the list that Spring makes
            if (line != null && lines.size() < MOST_GOALS) {
                lines.add(line);
            }
        }
        boolean free = !lines.isEmpty() && lines.get(lines.size() - 1).title() == null;
        if (!free && lines.size() < MOST_GOALS) {
            lines.add(Line.empty());
        }
        goals = lines;
    }

    static OutlineForm empty() {
        return new OutlineForm(null, null, false, List.of(), null);
    }

    static OutlineForm of(Outline outline) {
        return new OutlineForm(
                outline.name(),
                outline.route(),
                outline.everywhere(),
                outline.goals().stream().map(Line::of).toList(),
                outline.version());
    }

    /** The same as something new. */
    OutlineForm copy(String called) {
        return new OutlineForm(called, route, false, goals, null);
    }

    OutlineForm at(long now) {
        return new OutlineForm(name, route, everywhere, goals, now);
    }

    private List<Line> filled() {
        return Objects.requireNonNullElse(goals, List.<Line>of()).stream()
                .filter(line -> line.title() != null || line.steps() != null)
                .toList();
    }

    void check(Errors errors) {
        if (filled().isEmpty()) {
            errors.rejectValue("goals[0].title", "plans.goal-title-needed");
        }
        List<Line> lines = Objects.requireNonNullElse(goals, List.<Line>of());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String box = "goals[" + i + "].";
            if (line.title() == null && line.steps() != null) {
                errors.rejectValue(box + "title", "plans.goal-title-needed");
            }
            if (line.title() != null && line.domain() == null) {
                errors.rejectValue(box + "domain", "plans.domain-needed");
            }
            if (StepLines.tooLong(line.steps())) {
                errors.rejectValue(box + "steps", "outline.step-long");
            }
        }
    }

    Outlines.OutlineText text() {
        return new Outlines.OutlineText(
                Objects.requireNonNull(name),
                route,
                Boolean.TRUE.equals(everywhere),
                filled().stream()
                        .map(line -> new OutlineGoal(
                                Objects.requireNonNull(line.domain()),
                                Objects.requireNonNull(line.title()),
                                null,
                                line.measure(),
                                line.weeks(),
                                StepLines.read(line.steps())))
                        .toList());
    }
}
