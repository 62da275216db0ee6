package nl.meedoen.documents.content;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Looks how large the packed pieces of a PDF are when unpacked, before anything unpacks them. */
final class Inflation {

    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final long MOST = 192L * 1024 * 1024;
    private static final long MOST_OF_ONE = 96L * 1024 * 1024;

    private Inflation() {}

    /** Whether all that is packed stays within bounds, and nothing is packed twice. */
    static boolean bounded(byte[] pdf) {
        long all = 0;
        byte[] page = new byte[64 * 1024];
        for (int at = 0; at + STREAM.length < pdf.length; at++) {
            if (!wordAt(pdf, at)) {
                continue;
            }
            int data = at + STREAM.length;
            if (data < pdf.length && pdf[data] == '\r') {
                data++;
            }
            if (data < pdf.length && pdf[data] == '\n') {
                data++;
            }
            if (!packed(pdf, data)) {
                continue;
            }
            long one = unpack(pdf, data, page);
            all += Math.abs(one);
            if (one < 0 || one > MOST_OF_ONE || all > MOST) {
                return false;
            }
        }
        return true;
    }

    private static boolean wordAt(byte[] pdf, int at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (pdf[at + i] != STREAM[i]) {
                return false;
            }
        }
        return at == 0 || pdf[at - 1] != 'd'; // endstream
    }

    /** The head of a zlib stream: method 8 and a check of both bytes. */
    private static boolean packed(byte[] bytes, int at) {
        return at + 2 <= bytes.length
                && (bytes[at] & 0x0F) == 8
                && ((bytes[at] & 0xFF) * 256 + (bytes[at + 1] & 0xFF)) % 31 == 0;
    }

    /** Bytes that come out; below zero where these are packed again, to more than ten times as much. */
    private static long unpack(byte[] bytes, int at, byte[] page) {
        Inflater inflater = new Inflater();
        inflater.setInput(bytes, at, bytes.length - at);
        long total = 0;
        try {
            while (!inflater.finished() && total <= MOST_OF_ONE) {
                int count = inflater.inflate(page);
                if (count == 0) {
                    break;
                }
                if (total == 0 && packed(page, 0) && again(page, count)) {
                    return -1;
                }
                total += count;
            }
        } catch (DataFormatException broken) {
            return total; // what a reader would get out of it as well
        } finally {
            inflater.end();
        }
        return total;
    }

    private static boolean again(byte[] page, int count) {
        Inflater inner = new Inflater();
        inner.setInput(page, 0, count);
        byte[] out = new byte[64 * 1024];
        long total = 0;
        try {
            int some;
            while (total <= 10L * count && (some = inner.inflate(out)) > 0) {
                total += some;
            }
        } catch (DataFormatException notPacked) {
            return false;
        } finally {
            inner.end();
        }
        return total > 10L * count;
    }
}
