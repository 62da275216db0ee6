package nl.meedoen.participants.sections.form;

import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.TreeSet;
import nl.meedoen.participants.sections.WorkProfile;
import nl.meedoen.participants.sections.WorkProfile.DigitalSkills;
import nl.meedoen.participants.sections.WorkProfile.Licence;
import nl.meedoen.people.Sectors;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What somebody wants and brings. */
public record WishesForm(
        @Nullable String sector,
        @Nullable Set<Licence> licences,
        @Nullable DigitalSkills digital,

        @NoCitizenNumber @Size(max = 3000, message = "{sections.text-long}") @Nullable
        String ownWords) {

    public static WishesForm of(WorkProfile is) {
        return new WishesForm(is.sector(), new TreeSet<>(is.licences()), is.digital(), is.ownWords());
    }

    /** What was filled in; null when a field says what is wrong. */
    public @Nullable WorkProfile read(BindingResult errors) {
        if (sector != null && !Sectors.CODES.contains(sector)) {
            errors.rejectValue("sector", "typeMismatch");
        }
        return errors.hasErrors() ? null : new WorkProfile(sector, Boxes.sorted(licences), digital, ownWords);
    }
}
