package nl.meedoen.plans.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.text.Fact;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * A form about one thing in a plan.
 *
 * @param person the participant's name
 * @param action where the form goes; null when it is only to be read
 * @param subject what the form is about, such as the goal's title; null for something new
 * @param others what somebody else made of it in the meantime; null when nobody did
 */
record FormPage(
        UUID id,
        String person,
        @Nullable String action,
        @Nullable String subject,
        List<Option> owners,
        List<Option> choices,
        @Nullable List<Fact> others) {

    public String planPath() {
        return "/participants/" + id + "/plan";
    }

    public FormPage with(List<Fact> theirs) {
        return new FormPage(id, person, action, subject, owners, choices, theirs);
    }

    /** The address of the plan. */
    static String toPlan(ParticipantId id) {
        return "/participants/" + id + "/plan";
    }

    /**
     * Shows a form again: with what is wrong, or beside what somebody else made of the thing in the meantime.
     *
     * @param read how the thing stands now
     * @param say what is shown of it beside the form
     * @param mine the form as it was typed, at a newer version
     * @return the template
     */
    static <T> String again(
            Attempt attempt,
            Supplier<PlanForms.Loaded<T>> read,
            Function<T, List<Fact>> say,
            LongFunction<Object> mine,
            Answer answer,
            String template) {
        PlanForms.Loaded<T> now = read.get();
        if (attempt.isStale()) {
            answer.with("page", now.beside(say.apply(now.text()))).with("form", mine.apply(now.version()));
        } else {
            answer.with("page", now.page());
        }
        return answer.again(attempt, template);
    }
}
