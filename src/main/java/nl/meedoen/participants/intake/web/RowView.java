package nl.meedoen.participants.intake.web;

import java.util.List;
import java.util.Locale;
import nl.meedoen.participants.intake.RowState;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A row as the dry run shows it.
 *
 * @param about birth date, municipality and the like, on one line
 * @param what what will happen, or has happened
 * @param dossier the address of the dossier that it became or was already
 * @param notes what was wrong, or read in a certain way
 * @param like people whom it resembles a little
 * @param mayChange whether an answer can be taken back
 */
record RowView(
        int number,
        String name,
        String about,
        RowState state,
        String what,
        @Nullable String dossier,
        List<String> notes,
        List<Look> like,
        @Nullable PlaceQuestion place,
        @Nullable DoubleQuestion twin,
        boolean mayChange,
        @Nullable String error) {

    /** The message code of the state's name. */
    public String label() {
        return Texts.code(state);
    }

    /** Somebody who is there already, to look at. */
    record Look(String href, String text) {}

    /**
     * Which municipality is meant?
     *
     * @param written what the file says; empty when it says nothing
     * @param sought what the reader looked for
     * @param others how many other rows say the same
     */
    record PlaceQuestion(String written, String sought, List<Option> choices, int others) {}

    /** One of the people who are laid beside each other: a row, or somebody who is there already. */
    record Head(String label, @Nullable String href, List<String> reasons) {}

    /** The same field of each of them. */
    record Line(String label, List<String> cells, boolean differs) {}

    /** Is it the same person? */
    record DoubleQuestion(List<Head> heads, List<Line> lines, List<Option> choices) {}

    /** What the address calls a state. */
    static String slug(RowState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
