package nl.meedoen.participants.intake;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.participants.intake.file.RegistrationRow;
import nl.meedoen.participants.matching.MatchSubject;
import nl.meedoen.participants.registration.Direction;
import nl.meedoen.participants.registration.Identity;
import nl.meedoen.participants.registration.Reachability;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.participants.registration.Residence;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file, and what was decided about it.
 *
 * @param placeKey the same for rows in which the same unknown place is written; null when the place is clear
 * @param municipality CBS code, as read or as answered
 * @param asked whether somebody answered it
 * @param sameAsRow the row that says the same, or is the same person
 * @param participant who it became, or who it was already
 * @param content what the row says; null once it is in the dossier, or after a month
 */
public record ImportRow(
        int number,
        RowState state,
        @Nullable String placeKey,
        @Nullable String municipality,
        boolean asked,
        @Nullable RowDecision decision,
        @Nullable Integer sameAsRow,
        @Nullable UUID participant,
        List<UUID> likely,
        List<Integer> likelyRows,
        List<UUID> possible,
        @Nullable RegistrationRow content) {

    /** What is compared with others before somebody is written down twice. */
    public static MatchSubject subject(RegistrationRow row) {
        return MatchSubject.of(
                Objects.requireNonNull(row.name()),
                row.birth(),
                row.gender(),
                row.phone(),
                row.email(),
                row.clientNumber());
    }

    /** Whether somebody decided something about this row that can be taken back. */
    public boolean isDecided() {
        return (asked || decision != null) && (state == RowState.READY || state == RowState.SKIPPED || isOpen());
    }

    /** Whether somebody still has to decide. */
    public boolean isOpen() {
        return state == RowState.QUESTION || state == RowState.DOUBLE;
    }

    /** What is written down when the row is enrolled. Consents do not come in a file: nothing is shared. */
    public Registration registration() {
        RegistrationRow row = Objects.requireNonNull(content);
        return new Registration(
                new Identity(Objects.requireNonNull(row.name()), row.birth(), null, row.gender()),
                new Reachability(row.phone(), false, row.email(), null, null, null, null, row.language(), false),
                new Residence(
                        Objects.requireNonNull(municipality),
                        row.country(),
                        row.clientNumber(),
                        row.benefit(),
                        null,
                        null),
                new Direction(row.route(), row.level(), null, row.remark()));
    }
}
