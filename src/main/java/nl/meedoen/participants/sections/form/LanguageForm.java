package nl.meedoen.participants.sections.form;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.participants.sections.LanguageMeasurement.Skill;
import nl.meedoen.participants.sections.LanguageMeasurement.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What was measured on one day; a skill that was not measured stays empty. */
public record LanguageForm(
        @Nullable LanguageLevel listening,
        @Nullable LanguageLevel reading,
        @Nullable LanguageLevel speaking,
        @Nullable LanguageLevel writing,

        @NotNull(message = "{sections.source-needed}") @Nullable
        Source source,

        @NotNull(message = "{participants.day-needed}") @Nullable
        LocalDate on) {

    public static LanguageForm on(LocalDate today) {
        return new LanguageForm(null, null, null, null, null, today);
    }

    /** The levels that were filled in; errors where there is none. */
    public Map<Skill, LanguageLevel> levels(LocalDate today, BindingResult errors) {
        Map<Skill, LanguageLevel> levels = new EnumMap<>(Skill.class);
        put(levels, Skill.LISTENING, listening);
        put(levels, Skill.READING, reading);
        put(levels, Skill.SPEAKING, speaking);
        put(levels, Skill.WRITING, writing);
        if (levels.isEmpty() && !errors.hasErrors()) {
            errors.rejectValue("listening", "sections.level-needed");
        }
        if (on != null && on.isAfter(today)) {
            errors.rejectValue("on", "participants.day-in-future");
        }
        return levels;
    }

    private static void put(Map<Skill, LanguageLevel> levels, Skill skill, @Nullable LanguageLevel level) {
        if (level != null) {
            levels.put(skill, level);
        }
    }
}
