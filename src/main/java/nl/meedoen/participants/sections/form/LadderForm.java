package nl.meedoen.participants.sections.form;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.meedoen.participants.Ladder.Moment;
import nl.meedoen.participants.sections.LadderAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The questionnaire: five questions for the rung and five for growth potential. */
public record LadderForm(
        @NotNull(message = "{sections.answer-needed}") @Nullable
        Boolean rung1,

        @Nullable Boolean rung2,

        @NotNull(message = "{sections.answer-needed}") @Nullable
        Boolean rung3,

        @NotNull(message = "{sections.answer-needed}") @Nullable
        Boolean rung4,

        @NotNull(message = "{sections.answer-needed}") @Nullable
        Boolean rung5,

        @NotNull(message = "{sections.answer-needed}") @Nullable
        Boolean growth1,

        @NotNull(message = "{sections.answer-needed}") @Nullable
        Boolean growth2,

        @NotNull(message = "{sections.answer-needed}") @Nullable
        Boolean growth3,

        @NotNull(message = "{sections.answer-needed}") @Nullable
        Boolean growth4,

        @NotNull(message = "{sections.answer-needed}") @Nullable
        Boolean growth5,

        @NotNull(message = "{participants.moment-needed}") @Nullable
        Moment moment,

        @NotNull(message = "{participants.day-needed}") @Nullable
        LocalDate on) {

    public static LadderForm next(Moment moment, LocalDate today) {
        return new LadderForm(null, null, null, null, null, null, null, null, null, null, moment, today);
    }

    /** The answers; null when a field says what is wrong. Support is only asked of who has paid work. */
    public @Nullable LadderAnswers read(LocalDate today, BindingResult errors) {
        if (Boolean.TRUE.equals(rung1) && rung2 == null) {
            errors.rejectValue("rung2", "sections.answer-needed");
        }
        if (on != null && on.isAfter(today)) {
            errors.rejectValue("on", "participants.day-in-future");
        }
        return errors.hasErrors()
                ? null
                : new LadderAnswers(
                        answers(rung1, rung2 != null && rung2, rung3, rung4, rung5),
                        answers(growth1, growth2, growth3, growth4, growth5));
    }

    private static List<Boolean> answers(@Nullable Boolean... answers) {
        return Stream.of(answers).map(Objects::requireNonNull).toList();
    }
}
