package nl.meedoen.participants.registration;

import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.LearningRoute;
import org.jspecify.annotations.Nullable;

/**
 * Which way somebody is going: the route of their integration, the level of Dutch and the work that they wish for.
 *
 * @param wishedSector SBI section
 * @param remark what a coordinator wrote beside it
 */
public record Direction(
        @Nullable LearningRoute learningRoute,
        @Nullable LanguageLevel languageLevel,
        @Nullable String wishedSector,
        @Nullable String remark) {

    /** The same on another learning route. */
    public Direction learning(@Nullable LearningRoute route) {
        return new Direction(route, languageLevel, wishedSector, remark);
    }

    /** The same with another level of Dutch. */
    public Direction speaking(@Nullable LanguageLevel level) {
        return new Direction(learningRoute, level, wishedSector, remark);
    }

    /** The same with another wish, an SBI section. */
    public Direction wishing(@Nullable String sector) {
        return new Direction(learningRoute, languageLevel, sector, remark);
    }
}
