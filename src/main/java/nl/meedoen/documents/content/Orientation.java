package nl.meedoen.documents.content;

/** How a camera was held, from 1 (upright) to 8, as its JPEG says in the Exif tag 0x0112. */
final class Orientation {

    private static final int TAG = 0x0112;

    private final byte[] bytes;
    private final int start;
    private final boolean little;

    private Orientation(byte[] bytes, int start) {
        this.bytes = bytes;
        this.start = start;
        this.little = bytes[start] == 'I';
    }

    /** 1 where nothing, or nothing sensible, is said. */
    static int of(byte[] jpeg) {
        try {
            int at = 2;
            while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
                int marker = jpeg[at + 1] & 0xFF;
                int length = (jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF;
                if (marker == 0xDA || length < 2) {
                    return 1;
                }
                if (marker == 0xE1 && jpeg[at + 4] == 'E' && jpeg[at + 5] == 'x' && jpeg[at + 6] == 'i') {
                    return new Orientation(jpeg, at + 10).read();
                }
                at += 2 + length;
            }
        } catch (ArrayIndexOutOfBoundsException cutOff) {
            return 1;
        }
        return 1;
    }

    private int read() {
        int directory = start + number(start + 4, 4);
        int entries = number(directory, 2);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (number(entry, 2) == TAG) {
                int value = number(entry + 8, 2);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private int number(int at, int size) {
        int value = 0;
        for (int i = 0; i < size; i++) {
            value |= (bytes[at + i] & 0xFF) << 8 * (little ? i : size - 1 - i);
        }
        return value;
    }
}
