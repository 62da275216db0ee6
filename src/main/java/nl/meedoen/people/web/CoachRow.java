package nl.meedoen.people.web;

import java.time.LocalDate;
import java.util.List;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.people.VogState;
import org.jspecify.annotations.Nullable;

/** A coach in the list; languages and sectors in the reader's words. */
record CoachRow(
        AccountId id,
        String name,
        String place,
        List<String> languages,
        List<String> sectors,
        int capacity,
        int count,
        VogState vog,
        @Nullable LocalDate vogUntil) {

    public boolean full() {
        return count >= capacity;
    }
}
