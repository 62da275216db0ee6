package nl.meedoen.factors.app;

/** Bytes as letters and the digits 2 to 7, as authenticator apps want their secret (RFC 4648, 6), without padding. */
public final class Base32 {

    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    /** The text of these bytes. */
    public static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int kept = 0;
        for (byte next : bytes) {
            bits = bits << 8 | next & 0xff;
            kept += 8;
            while (kept >= 5) {
                kept -= 5;
                text.append(SIGNS.charAt(bits >> kept & 31));
            }
            bits &= (1 << kept) - 1;
        }
        if (kept > 0) {
            text.append(SIGNS.charAt(bits << 5 - kept & 31));
        }
        return text.toString();
    }

    /** The bytes of such a text. @throws IllegalArgumentException when it holds another sign */
    public static byte[] bytes(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int bits = 0;
        int kept = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = SIGNS.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("not base32");
            }
            bits = bits << 5 | value;
            kept += 5;
            if (kept >= 8) {
                kept -= 8;
                bytes[at++] = (byte) (bits >> kept);
                bits &= (1 << kept) - 1;
            }
        }
        return bytes;
    }
}
