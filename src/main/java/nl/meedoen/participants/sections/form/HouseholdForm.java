package nl.meedoen.participants.sections.form;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import nl.meedoen.participants.sections.Household;
import nl.meedoen.participants.sections.Household.Childcare;
import nl.meedoen.participants.sections.Household.HouseholdKind;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/** Household and hours. */
public record HouseholdForm(
        @Nullable HouseholdKind kind,

        @Min(value = 0, message = "{sections.children-wrong}")
        @Max(value = 20, message = "{sections.children-wrong}")
        @Nullable
        Integer children,

        @Nullable Childcare childcare,

        @Min(value = 0, message = "{sections.hours-wrong}")
        @Max(value = 60, message = "{sections.hours-wrong}")
        @Nullable
        Integer hours,

        @Nullable Set<DayOfWeek> days,

        @NoCitizenNumber @Size(max = 1000, message = "{sections.text-long}") @Nullable
        String note) {

    public static HouseholdForm of(Household is) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        days.addAll(is.days());
        return new HouseholdForm(is.kind(), is.children(), is.childcare(), is.hours(), days, is.note());
    }

    public Household read() {
        return new Household(kind, children, childcare, hours, Boxes.sorted(days), note);
    }
}
