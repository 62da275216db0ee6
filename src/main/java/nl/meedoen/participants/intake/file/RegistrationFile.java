package nl.meedoen.participants.intake.file;

import java.nio.charset.StandardCharsets;

/**
 * A file with registrations, read whole.
 *
 * @param sheet the first sheet as text
 * @param format how it was written
 */
public record RegistrationFile(SheetText sheet, FileFormat format) {

    /** A file may be this large, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int MEGABYTE = 1024 * 1024;

    /** Reads CSV or XLSX, told apart by content and not by name; {@link UnreadableFile} when it is neither or too much. */
    public static RegistrationFile read(byte[] content) {
        if (content.length == 0) throw new UnreadableFile(UnreadableFile.EMPTY);
        if (content.length > LARGEST) throw new UnreadableFile(UnreadableFile.TOO_LARGE, LARGEST / MEGABYTE);
        if (startsWith(content, 'P', 'K', 3, 4)) {
            return new RegistrationFile(SheetText.of(WorkbookText.lines(content)), FileFormat.WORKBOOK);
        }
        if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) throw new UnreadableFile(oldOrProtected(content));
        return SeparatedText.read(content);
    }

    /** Excel wraps an encrypted workbook in its old container, in which the name of the part is written in UTF-16. */
    private static String oldOrProtected(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_16LE);
        return text.contains("EncryptedPackage") ? UnreadableFile.PROTECTED : UnreadableFile.OLD_EXCEL;
    }

    static boolean startsWith(byte[] content, int... first) {
        if (content.length < first.length) return false;
        for (int i = 0; i < first.length; i++) {
            if ((content[i] & 0xFF) != first[i]) return false;
        }
        return true;
    }
}
