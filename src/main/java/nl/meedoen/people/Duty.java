package nl.meedoen.people;

import java.time.LocalDate;
import java.util.List;
import nl.meedoen.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to be handed over before somebody leaves. It says how much, never of whom.
 *
 * @param code of the sentence, with the count as {0}
 * @param path the page where a coordinator hands it over; null where there is none
 */
public record Duty(String code, int count, @Nullable String path) {

    /** Filled by each room that gives people work; read as the service, so that nobody's scope hides anything. */
    public interface Source {

        /** What this account still has in hand; nothing for what is zero. */
        List<Duty> of(AccountId leaver, LocalDate today);
    }
}
