package nl.meedoen.documents.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides by its bytes what a file is, opens it as that, and refuses what is something else, too large or dangerous
 * (ASVS 5.2). One file at a time is opened: a picture of a phone takes fifty megabytes while it is.
 */
@Component
public class ContentCheck {

    /** Bytes of one file. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final long WAIT_SECONDS = 30;

    private final Semaphore one = new Semaphore(1, true);
    private final PdfCheck pdfs = new PdfCheck();

    /**
     * Checks one file; nothing of it is kept here.
     *
     * @param name as the browser gave it
     * @throws RuleBroken with the sentence that says what is wrong and what to do
     */
    public CheckedFile check(@Nullable String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw new RuleBroken("documents.refused.empty");
        }
        if (bytes.length > LARGEST) {
            throw new RuleBroken("documents.refused.large", LARGEST / 1024 / 1024);
        }
        FileType type = type(bytes);
        boolean turn = false;
        try {
            turn = one.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
            if (!turn) {
                throw new RuleBroken("documents.refused.busy");
            }
            return opened(SafeName.of(name, type), type, bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RuleBroken("documents.refused.busy");
        } finally {
            if (turn) {
                one.release();
            }
        }
    }

    private CheckedFile opened(String name, FileType type, byte[] bytes) {
        return switch (type) {
            case JPEG, PNG -> {
                PictureCheck.Picture picture = PictureCheck.check(type, bytes);
                yield new CheckedFile(name, type, picture.bytes(), List.of(picture.preview()));
            }
            case PDF -> new CheckedFile(name, type, bytes, pdfs.check(bytes));
            case DOCX -> {
                WordCheck.check(bytes);
                yield new CheckedFile(name, type, bytes, List.of());
            }
        };
    }

    /** What the first bytes say; what is behind them is seen when it is opened. */
    private static FileType type(byte[] bytes) {
        if (begins(bytes, "%PDF-")) {
            return FileType.PDF;
        }
        if (begins(bytes, 0xFF, 0xD8, 0xFF)) {
            return FileType.JPEG;
        }
        if (begins(bytes, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return FileType.PNG;
        }
        if (begins(bytes, 'P', 'K', 3, 4)) {
            return FileType.DOCX;
        }
        throw new RuleBroken(
                begins(bytes, "RIFF") || later(bytes, "ftyp")
                        ? "documents.refused.phone-picture"
                        : begins(bytes, 0xD0, 0xCF, 0x11, 0xE0)
                                ? "documents.refused.old-word"
                                : "documents.refused.kind");
    }

    private static boolean later(byte[] bytes, String word) {
        return bytes.length > 8 && new String(bytes, 4, 4, StandardCharsets.ISO_8859_1).equals(word);
    }

    private static boolean begins(byte[] bytes, String with) {
        return begins(bytes, with.chars().toArray());
    }

    private static boolean begins(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
