package nl.meedoen.kernel;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes ids that sort by the moment they were made (UUID version 7, RFC 9562). */
public final class Uuids {

    private static final int COUNTER_BITS = 12;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Uuids() {}

    /** A new id, larger than every id this process made before. */
    public static UUID next() {
        // An id is no fact about a person: the machine's own clock will do, and a test's fixed clock must not repeat
        // ids.
        long now = System.currentTimeMillis() << COUNTER_BITS;
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long millis = stamp >>> COUNTER_BITS;
        long counter = stamp & ((1L << COUNTER_BITS) - 1);
        long high = (millis << 16) | 0x7000L | counter;
        long low = (RANDOM.nextLong() >>> 2) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** Reads the usual text of 36 characters; anything else is an {@link IllegalArgumentException}. */
    public static UUID parse(String text) {
        // UUID.fromString alone also takes "1-1-1-1-1", which would give one thing many addresses.
        if (text.length() != 36) throw new IllegalArgumentException("id.unreadable");
        return UUID.fromString(text);
    }
}
