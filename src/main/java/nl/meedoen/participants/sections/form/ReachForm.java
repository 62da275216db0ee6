package nl.meedoen.participants.sections.form;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.registration.Reachability;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** How somebody can be reached. */
public record ReachForm(
        @Size(max = 40) @Nullable String phone,
        @Nullable Boolean whatsapp,

        @Email(message = "{participants.email-wrong}") @Size(max = 200) @Nullable
        String email,

        @NoCitizenNumber @Size(max = 100) @Nullable String street,
        @Size(max = 10) @Nullable String postcode,
        @NoCitizenNumber @Size(max = 80) @Nullable String town,
        @NoCitizenNumber @Size(max = 200) @Nullable String reachableNote,
        @Size(max = 8) @Nullable String language,
        @Size(max = 100) @Nullable String languageQuery,
        @Nullable Boolean interpreter) {

    public static ReachForm of(Reachability is) {
        return new ReachForm(
                is.phone() == null ? null : is.phone().display(),
                is.whatsapp(),
                is.email(),
                is.street(),
                is.postcode(),
                is.town(),
                is.note(),
                is.language(),
                null,
                is.interpreter());
    }

    /** What was filled in; null when a field says what is wrong. */
    public @Nullable Reachability read(BindingResult errors) {
        Phone number = phone == null ? null : Phone.parse(phone).orElse(null);
        if (phone != null && number == null) {
            errors.rejectValue("phone", "participants.phone-wrong");
        }
        return errors.hasErrors()
                ? null
                : new Reachability(
                        number,
                        Boolean.TRUE.equals(whatsapp),
                        email,
                        street,
                        postcode,
                        town,
                        reachableNote,
                        language,
                        Boolean.TRUE.equals(interpreter));
    }
}
