package nl.meedoen.plans.text;

import java.util.List;
import nl.meedoen.plans.ContactChannel;
import org.jspecify.annotations.Nullable;

/** What is kept of a contact that somebody is writing: what they typed, as they typed it. */
public record DraftText(
        @Nullable String channel,
        @Nullable String note,
        @Nullable String nextTitle,
        @Nullable String meetTitle,
        @Nullable String meetPlace) {

    /** Of a form in which nothing was typed. */
    public static final DraftText EMPTY = new DraftText(null, null, null, null, null);

    private static final String SEPARATOR = "\u001f";

    /** What was kept as {@link #text}. */
    public static DraftText read(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        return new DraftText(at(parts, 1), at(parts, 0), at(parts, 2), at(parts, 3), at(parts, 4));
    }

    /** The text to keep; empty when nothing was typed, whatever kind was chosen. */
    public String text() {
        boolean empty = List.of(plain(note), plain(nextTitle), plain(meetTitle), plain(meetPlace)).stream()
                .allMatch(String::isBlank);
        return empty
                ? ""
                : String.join(
                        SEPARATOR, plain(note), plain(channel), plain(nextTitle), plain(meetTitle), plain(meetPlace));
    }

    /** The channel that was chosen; a talk where none was. */
    public ContactChannel kind() {
        for (ContactChannel one : ContactChannel.values()) {
            if (one.name().equals(channel)) {
                return one;
            }
        }
        return ContactChannel.TALK;
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replace(SEPARATOR, " ");
    }

    private static @Nullable String at(String[] parts, int index) {
        return index < parts.length && !parts[index].isEmpty() ? parts[index] : null;
    }
}
