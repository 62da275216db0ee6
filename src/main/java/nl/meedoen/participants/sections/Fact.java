package nl.meedoen.participants.sections;

import org.jspecify.annotations.Nullable;

/**
 * Something known of a person, in the reader's language.
 *
 * @param value null when it is not known
 * @param key whether it also belongs among the few facts at the side of the dossier
 */
public record Fact(String label, @Nullable String value, boolean key) {

    public static Fact of(String label, @Nullable String value) {
        return new Fact(label, value, false);
    }

    public static Fact key(String label, @Nullable String value) {
        return new Fact(label, value, true);
    }
}
