package nl.meedoen.factors.app;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every thirty seconds, as authenticator apps make them (RFC 6238 and 4226, HMAC-SHA1). */
public final class Totp {

    static final int SECONDS = 30;
    private static final int DIGITS = 6;

    /** Clocks differ, and typing takes time: the step before and the one after count too (RFC 6238, 5.2). */
    private static final int DRIFT = 1;

    private Totp() {}

    /** The step of thirty seconds that a moment lies in, counted from 1970. */
    public static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS);
    }

    /** The code of a step, with its leading noughts. */
    public static String code(byte[] secret, long step) {
        return digits(secret, step, DIGITS);
    }

    /** As {@link #code}, with as many digits as asked for; the examples of RFC 6238 have eight. */
    static String digits(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
            int modulus = 1;
            for (int i = 0; i < digits; i++) {
                modulus *= 10;
            }
            return String.format("%0" + digits + "d", number % modulus);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The step that a code belongs to, within a step of this moment; empty when it is not right. */
    public static OptionalLong match(byte[] secret, String code, Instant moment) {
        long now = step(moment);
        OptionalLong found = OptionalLong.empty();
        for (long step = now - DRIFT; step <= now + DRIFT; step++) {
            // all three are compared, so that time does not tell which
            if (MessageDigest.isEqual(code(secret, step).getBytes(), code.getBytes())) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }
}
