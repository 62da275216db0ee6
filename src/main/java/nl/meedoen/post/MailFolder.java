package nl.meedoen.post;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The letters that were written to files because no mail server is set: {@code data/mail}. */
@Component
public class MailFolder {

    private static final String ENDING = ".eml";

    private final Path folder;

    MailFolder(@Value("${meedoen.data:data}") Path data) {
        this.folder = data.resolve("mail");
    }

    /** Writes a letter; where it is. */
    Path write(UUID letter, MimeMessage message) throws IOException, MessagingException {
        Files.createDirectories(folder);
        Path file = folder.resolve(letter + ENDING);
        try (OutputStream out = Files.newOutputStream(file)) {
            message.writeTo(out);
        }
        return file;
    }

    /** Removes the letters whose address, subject or text is meant; how many. */
    public int removeMentioning(Predicate<String> meant) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int removed = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ENDING)).toList()) {
                if (meant.test(words(file)) && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return removed;
    }

    /** All that it says, as a person would read it; a file that is no letter is read as it stands. */
    private static String words(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            Address[] to = message.getAllRecipients();
            return String.join(
                    "\n",
                    List.of(
                            to == null ? "" : Arrays.toString(to),
                            String.valueOf(message.getSubject()),
                            String.valueOf(message.getContent())));
        } catch (MessagingException noLetter) {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
