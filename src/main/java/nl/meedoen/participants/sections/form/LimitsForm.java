package nl.meedoen.participants.sections.form;

import java.util.Set;
import java.util.TreeSet;
import nl.meedoen.participants.sections.FunctionalLimits;
import nl.meedoen.participants.sections.FunctionalLimits.Aid;
import nl.meedoen.participants.sections.FunctionalLimits.Limit;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Functional limits, to be ticked; there is no box for text, so that no diagnosis is written. */
public record LimitsForm(
        @Nullable Boolean any,
        @Nullable Set<Limit> limits,
        @Nullable Set<Aid> aids) {

    public static LimitsForm of(FunctionalLimits is) {
        return new LimitsForm(is.any(), new TreeSet<>(is.limits()), new TreeSet<>(is.aids()));
    }

    /** What was filled in; null when a field says what is wrong. */
    public @Nullable FunctionalLimits read(BindingResult errors) {
        boolean ticked = limits != null && !limits.isEmpty() || aids != null && !aids.isEmpty();
        if (any == null && !errors.hasErrors()) {
            errors.rejectValue("any", "sections.limits-needed");
        } else if (Boolean.FALSE.equals(any) && ticked) {
            errors.rejectValue("any", "sections.limits-both");
        } else if (Boolean.TRUE.equals(any) && !ticked) {
            errors.rejectValue("limits", "sections.limits-which");
        }
        return errors.hasErrors() ? null : new FunctionalLimits(any, Boxes.sorted(limits), Boxes.sorted(aids));
    }
}
