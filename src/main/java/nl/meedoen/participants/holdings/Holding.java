package nl.meedoen.participants.holdings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A table in which something of a person stands. Every column counts as the person's own, unless it is left out here with
 * a reason, so that a new column cannot be forgotten. In the SQL {@code t} is the row, {@code :ids} the person's dossiers
 * and {@code :texts} the same as text.
 *
 * @param where which rows are the person's
 * @param order what comes first
 * @param without columns that say something of somebody else or of nobody
 * @param named columns that are shown by the name of what they point to, with the query for it
 * @param shown whether the rows are readable at all
 * @param going when the rows go
 */
public record Holding(
        String table,
        String where,
        String order,
        Set<String> without,
        Map<String, String> named,
        Shown shown,
        Going going) {

    /** Where rows are shown to the person. */
    public enum Shown {
        /** In the readable paper and in the file. */
        PAPER,
        /** In the file alone: keys for searching, made of what stands elsewhere in it. */
        FILE,
        /** Not as rows: copies, unfinished text of a colleague, or files that are handed out as files. */
        NOT
    }

    /** When rows go. */
    public enum Going {
        /** With the coaching notes, at the first of the two clocks. */
        EARLY,
        /** With the dossier. */
        AT_THE_END,
        /** With the dossier, by a function of the database alone, since the application may not remove them. */
        BY_FUNCTION,
        /** Not at all, since they hold no name: the trail. */
        NEVER
    }

    /** A table with the column {@code participant_id}. */
    public static Holding of(String table, String order) {
        return new Holding(
                table, "t.participant_id in (:ids)", order, Set.of(), Map.of(), Shown.PAPER, Going.AT_THE_END);
    }

    /** A table whose rows are found in another way. */
    public Holding where(String condition) {
        return new Holding(table, condition, order, without, named, shown, going);
    }

    /** Leaves columns out: they are of somebody else, or say nothing of anybody. */
    public Holding without(String... columns) {
        Set<String> all = new HashSet<>(without);
        all.addAll(Set.of(columns));
        return new Holding(table, where, order, all, named, shown, going);
    }

    /** Shows the name of what a column points to. */
    public Holding named(String column, String query) {
        Map<String, String> all = new HashMap<>(named);
        all.put(column, query);
        return new Holding(table, where, order, without, all, shown, going);
    }

    /** In the file, not on paper. */
    public Holding inTheFile() {
        return new Holding(table, where, order, without, named, Shown.FILE, going);
    }

    /** Never shown as rows. */
    public Holding notShown() {
        return new Holding(table, where, order, without, named, Shown.NOT, going);
    }

    /** Stays when the person is erased. */
    public Holding stays() {
        return new Holding(table, where, order, without, named, shown, Going.NEVER);
    }

    /** Goes early, with the coaching notes. */
    public Holding early() {
        return new Holding(table, where, order, without, named, shown, Going.EARLY);
    }

    /** Goes by the function {@code <table>_forget(uuid[])}. */
    public Holding byFunction() {
        return new Holding(table, where, order, without, named, shown, Going.BY_FUNCTION);
    }
}
