package nl.meedoen.plans.dream;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What an occupation takes. */
record DemandForm(
        @Nullable LanguageLevel language,
        @Nullable Integer diplomaLevel,

        @Size(max = 150, message = "{plans.title-long}") @NoCitizenNumber @Nullable
        String diploma,

        @Nullable List<String> licences,
        @Nullable Boolean regulated,

        @Size(max = 150, message = "{plans.title-long}") @NoCitizenNumber @Nullable
        String register,

        @Size(max = 1000, message = "{plans.text-long}") @NoCitizenNumber @Nullable
        String advice,

        @Nullable Long version) {

    /** Driving licences that count in the Netherlands. */
    static final List<String> LICENCES = List.of("AM", "A", "B", "C", "D", "E", "T");

    static final int HIGHEST_LEVEL = 8;

    /** Stands for what nobody wrote yet. */
    static final long NEW = -1;

    static DemandForm empty() {
        return new DemandForm(null, null, null, List.of(), false, null, null, NEW);
    }

    static DemandForm of(Demands.Kept kept) {
        Demand is = kept.demand();
        return new DemandForm(
                is.language(),
                is.diplomaLevel(),
                is.diploma(),
                is.licences(),
                is.regulated(),
                is.register(),
                is.advice(),
                kept.version());
    }

    public DemandForm at(long now) {
        return new DemandForm(language, diplomaLevel, diploma, licences, regulated, register, advice, now);
    }

    void check(Errors errors) {
        if (diploma != null && diplomaLevel == null) {
            errors.rejectValue("diplomaLevel", "dream.level-needed");
        }
        if (diplomaLevel != null && (diplomaLevel < 0 || diplomaLevel > HIGHEST_LEVEL)) {
            errors.rejectValue("diplomaLevel", "dream.level-needed");
        }
    }

    Demand demand() {
        return new Demand(
                language,
                diplomaLevel,
                diploma,
                Objects.requireNonNullElse(licences, List.<String>of()).stream()
                        .filter(LICENCES::contains)
                        .distinct()
                        .toList(),
                Boolean.TRUE.equals(regulated),
                register,
                advice);
    }
}
