package nl.meedoen.participants.sections.form;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.participants.sections.Background;
import nl.meedoen.participants.sections.Background.BenefitKind;
import nl.meedoen.participants.sections.Background.Permit;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Origin, permit, social service and benefit. */
public record BackgroundForm(
        @Size(max = 80) @Nullable String country,
        @Nullable String municipality,
        @Nullable String arrivedDay,
        @Nullable String arrivedMonth,
        @Nullable String arrivedYear,
        @Nullable String permitKind,
        @Nullable LocalDate permitFrom,
        @Nullable LocalDate permitUntil,
        @Nullable UUID socialService,
        @NoCitizenNumber @Size(max = 30) @Nullable String clientNumber,
        @Nullable BenefitKind benefit,
        @Nullable LocalDate benefitFrom,
        @Nullable LocalDate benefitUntil) {

    public static BackgroundForm of(Background is) {
        Permit permit = is.permit();
        return new BackgroundForm(
                Boxes.country(is.country()),
                is.municipality(),
                Boxes.text(permit.arrived().day()),
                Boxes.text(permit.arrived().month()),
                Boxes.text(permit.arrived().year()),
                permit.kind(),
                permit.from(),
                permit.until(),
                permit.socialService(),
                is.clientNumber(),
                permit.benefit(),
                permit.benefitFrom(),
                permit.benefitUntil());
    }

    /** What was filled in; null when a field says what is wrong. */
    public @Nullable Background read(LocalDate today, BindingResult errors) {
        String code = Boxes.countryCode(country, errors);
        var arrived = Boxes.date(arrivedDay, arrivedMonth, arrivedYear, today, "arrivedDay", errors);
        if (municipality == null) {
            errors.rejectValue("municipality", "participants.municipality-needed");
        }
        if (permitFrom != null && permitUntil != null && permitUntil.isBefore(permitFrom)) {
            errors.rejectValue("permitUntil", "sections.ends-before-start");
        }
        if (benefitFrom != null && benefitUntil != null && benefitUntil.isBefore(benefitFrom)) {
            errors.rejectValue("benefitUntil", "sections.ends-before-start");
        }
        boolean dated = benefitFrom != null || benefitUntil != null;
        if (dated && (benefit == null || benefit == BenefitKind.NONE)) {
            errors.rejectValue("benefit", "sections.benefit-needed");
        }
        return errors.hasErrors()
                ? null
                : new Background(
                        code,
                        Objects.requireNonNull(municipality),
                        clientNumber,
                        new Permit(
                                permitKind,
                                permitFrom,
                                permitUntil,
                                arrived,
                                socialService,
                                benefit,
                                benefitFrom,
                                benefitUntil));
    }
}
