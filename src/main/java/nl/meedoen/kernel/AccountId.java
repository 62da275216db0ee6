package nl.meedoen.kernel;

import java.util.UUID;

/** Names one account: somebody who can sign in. */
public record AccountId(UUID value) {

    /** A new id. */
    public static AccountId next() {
        return new AccountId(Uuids.next());
    }

    /** Reads the text of an id; anything else is an {@link IllegalArgumentException}. */
    public static AccountId of(String text) {
        return new AccountId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
