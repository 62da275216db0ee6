package nl.meedoen.webkit;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.meedoen.kernel.CitizenNumber;
import org.jspecify.annotations.Nullable;

/** Free text in which no citizen service number (BSN) may stand: UAVG article 46. */
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NoCitizenNumber.Check.class)
public @interface NoCitizenNumber {
    String message() default "{webkit.no-citizen-number}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks for nine digits that pass the eleven test. */
    class Check implements ConstraintValidator<NoCitizenNumber, CharSequence> {
        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || !CitizenNumber.looksLikeOne(text.toString());
        }
    }
}
