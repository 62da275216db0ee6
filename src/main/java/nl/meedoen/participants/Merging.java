package nl.meedoen.participants;

import java.util.List;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** How every room takes part when two dossiers of one person become one, and again two. */
public final class Merging {

    private Merging() {}

    /** A room that keeps something of a participant. Each call is part of the transaction that merges. */
    public interface Party {

        /** What stands in the way, as message codes; the coordinator has to put it right first. */
        default List<String> objections(ParticipantId from, ParticipantId into) {
            return List.of();
        }

        /** Hands over all rows of the dossier that goes; what it does not hand over stays where it is. */
        void take(Moves moves);

        /** Brings what the lists show of a dossier in step with its rows, after rows came or went. */
        default void settle(ParticipantId id) {}
    }

    /**
     * What a party does with its tables. Everything is written down, so that it can be taken back row by row. In the
     * conditions {@code t} is the row, {@code :into} the dossier that stays and {@code :from} the one that goes.
     */
    public interface Moves {

        ParticipantId from();

        ParticipantId into();

        /**
         * Gives all rows of a table to the dossier that stays.
         *
         * @param label message code of what one counts in the preview, with the count as {0}; empty for what nobody counts
         * @param key the columns that name a row, the participant aside
         */
        void all(String table, String label, String... key);

        /** As {@link #all}, but for rows of which the condition holds: they stay in the dossier that goes. */
        void allBut(String condition, String table, String label, String... key);

        /**
         * Changes rows of either dossier.
         *
         * @param assignments as after {@code set}
         */
        void change(String table, String assignments, String condition, String... key);

        /** Removes rows of either dossier. */
        void remove(String table, String condition, String... key);

        /** Notes a row that the caller has just added, so that it goes when the merge is undone. */
        void added(String table, UUID id);

        /** A statement with {@code into} and {@code from} filled in, for what has to be known first. */
        StatementSpec ask(String sql);
    }
}
