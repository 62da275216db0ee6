package nl.meedoen.enrolment.sources;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import nl.meedoen.enrolment.EligibilityKind;
import org.jspecify.annotations.Nullable;

/** A project that pays, as the administrator fills it in. */
record ProjectForm(
        @NotBlank(message = "{enrolment.project-needed}")
        @Size(max = 40, message = "{enrolment.project-long}")
        @Nullable
        String code,

        @NotBlank(message = "{enrolment.source.name-needed}")
        @Size(max = 120, message = "{enrolment.source.name-long}")
        @Nullable
        String name,

        @NotNull(message = "{participants.day-needed}") @Nullable
        LocalDate from,

        @NotNull(message = "{participants.day-needed}") @Nullable
        LocalDate until,

        @Nullable Set<EligibilityKind> checks,
        @Nullable Long version) {

    static ProjectForm of(FundingSources.Project now) {
        return new ProjectForm(
                now.code(), now.name(), now.from(), now.until(), Set.copyOf(now.checks()), now.version());
    }

    ProjectForm at(long newVersion) {
        return new ProjectForm(code, name, from, until, checks, newVersion);
    }

    /** To be asked for after validation. */
    FundingSources.Facts facts() {
        Set<EligibilityKind> chosen = EnumSet.noneOf(EligibilityKind.class);
        if (checks != null) {
            chosen.addAll(checks);
        }
        if (code == null || name == null || from == null || until == null) {
            throw new IllegalStateException("a form with errors");
        }
        return new FundingSources.Facts(code.strip(), name.strip(), from, until, chosen);
    }
}
