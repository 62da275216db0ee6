package nl.meedoen.participants.sections;

import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.kernel.LanguageLevel;
import org.jspecify.annotations.Nullable;

/** The level of one skill in Dutch as it was on a day. */
public record LanguageMeasurement(UUID id, Skill skill, LanguageLevel level, Source source, LocalDate on, String by) {

    /** What is measured apart. */
    public enum Skill {
        LISTENING,
        READING,
        SPEAKING,
        WRITING
    }

    /** How the level is known. */
    public enum Source {
        TEST,
        EXAM,
        ESTIMATE
    }

    /** A measurement that a newer one hides; what the log says of it when it is put in between, or taken out again. */
    public record EarlierLevel(Skill skill, LanguageLevel level, Source source, LocalDate on) {}

    /** What the dossier says of each skill: the last measurement; null where there is none. */
    public record LanguageLevels(
            @Nullable Last listening,
            @Nullable Last reading,
            @Nullable Last speaking,
            @Nullable Last writing) {

        /** The last measurement of one skill. */
        public record Last(LanguageLevel level, Source source, LocalDate on) {}
    }
}
