package nl.meedoen.plans.pitch;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/** What somebody thinks of a pitch. */
record RatingForm(
        @NotNull(message = "{pitch.mark-needed}")
        @Min(value = 1, message = "{pitch.mark-needed}")
        @Max(value = Marks.HIGHEST, message = "{pitch.mark-needed}")
        @Nullable
        Integer clarity,

        @NotNull(message = "{pitch.mark-needed}")
        @Min(value = 1, message = "{pitch.mark-needed}")
        @Max(value = Marks.HIGHEST, message = "{pitch.mark-needed}")
        @Nullable
        Integer substance,

        @NotNull(message = "{pitch.mark-needed}")
        @Min(value = 1, message = "{pitch.mark-needed}")
        @Max(value = Marks.HIGHEST, message = "{pitch.mark-needed}")
        @Nullable
        Integer presence,

        @Size(max = 500, message = "{plans.text-long}") @NoCitizenNumber @Nullable
        String remark) {

    static RatingForm of(Pitch.@Nullable Rating mine) {
        return mine == null
                ? new RatingForm(null, null, null, null)
                : new RatingForm(
                        mine.marks().clarity(),
                        mine.marks().substance(),
                        mine.marks().presence(),
                        mine.remark());
    }

    Marks marks() {
        return new Marks(
                Objects.requireNonNull(clarity), Objects.requireNonNull(substance), Objects.requireNonNull(presence));
    }
}
