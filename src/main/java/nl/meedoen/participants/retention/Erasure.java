package nl.meedoen.participants.retention;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * That somebody was erased; it names nobody.
 *
 * @param dossier the id that led to the person
 * @param merged the dossiers that had become part of that one
 * @param by the account that did it
 */
record Erasure(
        UUID id, UUID dossier, List<UUID> merged, Standing.What what, Standing.Basis basis, Instant at, UUID by) {

    private static final String BETWEEN = "\t";

    /** The database keeps microseconds. */
    Erasure {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** How the trail calls it. */
    String subject() {
        return "erasure." + what.name().toLowerCase(Locale.ROOT);
    }

    /** As one line of a file. */
    String line() {
        return String.join(
                BETWEEN,
                id.toString(),
                at.toString(),
                what.name(),
                basis.name(),
                by.toString(),
                dossier.toString(),
                merged.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }

    /** @throws IllegalArgumentException when the line is no such one */
    static Erasure of(String line) {
        String[] parts = line.split(BETWEEN, -1);
        if (parts.length != 7) {
            throw new IllegalArgumentException("not an erasure: " + line);
        }
        return new Erasure(
                UUID.fromString(parts[0]),
                UUID.fromString(parts[5]),
                Arrays.stream(parts[6].split(","))
                        .filter(part -> !part.isEmpty())
                        .map(UUID::fromString)
                        .toList(),
                Standing.What.valueOf(parts[2]),
                Standing.Basis.valueOf(parts[3]),
                Instant.parse(parts[1]),
                UUID.fromString(parts[4]));
    }
}
