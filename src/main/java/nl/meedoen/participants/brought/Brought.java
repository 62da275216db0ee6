package nl.meedoen.participants.brought;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.meedoen.kernel.LanguageLevel;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier says that somebody brings for work.
 *
 * @param dutch the lowest of the skills that were measured, the last measurement of each; null where none was
 * @param measuredOn when that was
 * @param schools the highest level first
 * @param licences letters of driving licences, such as B
 * @param wishes ESCO codes of occupations, the oldest wish first
 */
public record Brought(
        @Nullable LanguageLevel dutch,
        @Nullable LocalDate measuredOn,
        List<School> schools,
        Set<String> licences,
        List<String> wishes) {

    /**
     * A school or course.
     *
     * @param level ISCED 2011, 0 to 8
     * @param diploma whether there is a diploma on paper
     * @param abroad whether it was outside the Netherlands
     * @param valued whether IDW valued it, and that still holds
     * @param requested whether IDW was asked to
     * @param valuedAs what it is worth here
     */
    public record School(
            int level,
            @Nullable String title,
            boolean diploma,
            boolean abroad,
            boolean valued,
            boolean requested,
            @Nullable String valuedAs) {}
}
