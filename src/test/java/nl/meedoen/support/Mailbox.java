package nl.meedoen.support;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Reads the letters that the application writes to its data folder when it has no mail server. */
public final class Mailbox {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    private Mailbox() {}

    /** Texts of the letters to this address, in the order of sending; waits until there are so many. */
    public static List<String> of(String address, int atLeast) throws Exception {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> read(address), texts -> texts.size() >= atLeast);
    }

    /** The path of the link in a letter. */
    public static String link(String text) {
        Matcher link = LINK.matcher(text);
        if (!link.find()) {
            throw new AssertionError("no link in: " + text);
        }
        return link.group(1);
    }

    private static List<String> read(String address) throws Exception {
        Path folder = TestFolder.data().resolve("mail");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> texts = new java.util.ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
                    if (message.getAllRecipients() != null
                            && message.getAllRecipients()[0].toString().equals(address)) {
                        texts.add(String.valueOf(message.getContent()));
                    }
                }
            }
        }
        return texts;
    }
}
