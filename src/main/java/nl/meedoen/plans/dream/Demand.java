package nl.meedoen.plans.dream;

import java.util.List;
import nl.meedoen.kernel.LanguageLevel;
import org.jspecify.annotations.Nullable;

/**
 * What an occupation takes.
 *
 * @param diplomaLevel ISCED 2011, 0 to 8; null where no diploma is asked for
 * @param diploma which one, in words
 * @param licences letters of driving licences
 * @param regulated whether one may only do it after registration or recognition (Directive 2005/36/EC)
 * @param register with whom one registers
 */
public record Demand(
        @Nullable LanguageLevel language,
        @Nullable Integer diplomaLevel,
        @Nullable String diploma,
        List<String> licences,
        boolean regulated,
        @Nullable String register,
        @Nullable String advice) {}
