package nl.meedoen.participants.sections;

import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.kernel.LanguageLevel;

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
}
