package nl.meedoen.insight.web;

import jakarta.validation.constraints.Pattern;
import nl.meedoen.insight.figures.Targets.Target;
import org.jspecify.annotations.Nullable;

/** The targets of an area in a year; a box may stay empty. */
record TargetForm(
        @Pattern(regexp = "[1-9]\\d{0,5}", message = "{insight.targets.whole}") @Nullable
        String placements,

        @Pattern(regexp = "[1-9]\\d{0,2}", message = "{insight.targets.whole}") @Nullable
        String waitingDays,

        @Pattern(regexp = "[1-9]\\d{0,1}", message = "{insight.targets.whole}") @Nullable
        String planMonths,

        @Pattern(regexp = "[1-9]\\d?|100", message = "{insight.targets.percent}") @Nullable
        String lastingPercent,

        @Nullable Long version) {

    static TargetForm of(Target target) {
        return new TargetForm(
                text(target.placements()),
                text(target.waitingDays()),
                text(target.planMonths()),
                text(target.lastingPercent()),
                target.version());
    }

    TargetForm at(long newVersion) {
        return new TargetForm(placements, waitingDays, planMonths, lastingPercent, newVersion);
    }

    /** To be asked for after validation. */
    Target target() {
        return new Target(
                number(placements),
                number(waitingDays),
                number(planMonths),
                number(lastingPercent),
                version == null ? 0 : version);
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }
}
