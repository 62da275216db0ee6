package nl.meedoen.participants.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.StringJoiner;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.participants.intake.file.RegistrationField;
import nl.meedoen.participants.intake.file.RegistrationRow;
import nl.meedoen.participants.reference.PlainText;
import org.jspecify.annotations.Nullable;

/** Recognises what came before, in another order, another format or under other headings. */
final class Fingerprint {

    private Fingerprint() {}

    static String ofFile(byte[] content) {
        return hash(content);
    }

    /** The same for two rows that say the same of one person. */
    static String ofRow(RegistrationRow row) {
        StringJoiner text = new StringJoiner("\u001f");
        PersonName name = row.name();
        if (name == null) {
            row.cells().stream().sorted().map(PlainText::fold).forEach(text::add);
            return hash(text.toString());
        }
        for (@Nullable String part : new @Nullable String[] {name.givenNames(), name.infix(), name.surname()}) {
            text.add(fold(part));
        }
        text.add(fold(name.preferredName()));
        text.add(row.birth().toString()).add(row.gender().name());
        text.add(String.valueOf(row.country())).add(String.valueOf(row.language()));
        text.add(fold(row.originals().get(RegistrationField.MUNICIPALITY)));
        text.add(String.valueOf(row.phone())).add(fold(row.email())).add(fold(row.clientNumber()));
        text.add(String.valueOf(row.level())).add(String.valueOf(row.benefit())).add(String.valueOf(row.route()));
        text.add(fold(row.remark()));
        return hash(text.toString());
    }

    /** The same for two rows in which the same place is written. */
    static String ofPlace(@Nullable String place) {
        return hash(fold(place));
    }

    private static String fold(@Nullable String text) {
        return text == null ? "" : PlainText.fold(text);
    }

    private static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
