package nl.meedoen.participants.holdings;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What one room keeps of people; each room with such tables fills it. A test compares all of it with the tables of the
 * database, so that a table that nobody declared fails the build.
 */
public interface PersonalData {

    /** The tables, in the order in which a person would read them. */
    List<Holding> holdings();

    /** Files that are the person's own, to be handed out as they are. */
    default List<OwnFile> files(Collection<UUID> ids) {
        return List.of();
    }

    /** Queries for the ids of others who met the person here: their names do not belong in the person's file. */
    default List<String> others() {
        return List.of();
    }

    /** Statements that take the person out of rows that stay, such as lists of ids. */
    default List<String> loosen() {
        return List.of();
    }

    /** Statements that take the coaching notes out of rows that are evidence, and so stay longer. */
    default List<String> clearNotes() {
        return List.of();
    }

    /** Statements that keep what figures count, under {@code :past}, an id that leads to nobody. */
    default List<String> leaveFigures() {
        return List.of();
    }

    /** A file of the person. */
    record OwnFile(String name, Content content) {}

    /** Writes a file, one at a time, so that a dossier full of them fits in memory. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }
}
