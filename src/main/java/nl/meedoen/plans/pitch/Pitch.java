package nl.meedoen.plans.pitch;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * One version of a pitch.
 *
 * @param number counted from 1 in the order of writing
 */
public record Pitch(PitchId id, int number, PitchText text, LocalDate on, String by, List<Rating> ratings) {

    /** What one coach or trainer thought of this version. */
    public record Rating(
            AccountId account,
            String by,
            Role as,
            Marks marks,
            @Nullable String remark,
            LocalDate on) {}

    public boolean isRated() {
        return !ratings.isEmpty();
    }

    /** The average of all three marks of everybody; 0 where nobody gave any. */
    public double mean() {
        return ratings.stream()
                .mapToDouble(rating -> rating.marks().mean())
                .average()
                .orElse(0);
    }

    /** The average of one mark; 0 where nobody gave any. */
    public double mean(ToIntFunction<Marks> mark) {
        return ratings.stream()
                .mapToInt(rating -> mark.applyAsInt(rating.marks()))
                .average()
                .orElse(0);
    }
}
