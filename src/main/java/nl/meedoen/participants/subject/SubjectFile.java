package nl.meedoen.participants.subject;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a person, as it stood at one moment.
 *
 * @param number of the dossier
 * @param parts one for each table, empty ones included
 */
public record SubjectFile(
        String number, String name, @Nullable String originalName, String location, Instant madeAt, List<Part> parts) {

    /**
     * The rows of one table.
     *
     * @param rows column to value; what is unknown is left out
     * @param onPaper whether a person reads it, or a program alone
     */
    public record Part(String table, boolean onPaper, List<Map<String, Object>> rows) {}

    /** A colleague: the name and the role are all that others may read of them. */
    public record Colleague(String name, String role) {

        @Override
        public String toString() {
            return role.isEmpty() ? name : name + " (" + role + ")";
        }
    }
}
