package nl.meedoen.factors.passkey;

import java.nio.ByteBuffer;
import nl.meedoen.kernel.AccountId;

/** What a passkey remembers of its owner: the account's id and nothing else of a person. */
public final class Handle {

    private Handle() {}

    /** The sixteen bytes of the account's id. */
    public static byte[] of(AccountId account) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array();
    }
}
