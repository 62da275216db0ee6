package nl.meedoen.consent;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import nl.meedoen.participants.Consents;
import nl.meedoen.participants.Consents.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * All texts that were ever shown, by version and language. They are files of the program and never change, so that the
 * version in a record says exactly what somebody agreed to.
 */
@Component
public class ConsentTexts {

    /** Versions, the oldest first; the last one is shown now. */
    public static final List<String> VERSIONS = List.of(Consents.TEXT_VERSION);

    /** Languages of the texts, in the order in which they are offered. */
    public static final List<String> LANGUAGES = List.of("nl", "en", "ar");

    private final Map<String, Map<String, String>> files = new LinkedHashMap<>();

    ConsentTexts() {
        for (String version : VERSIONS) {
            for (String language : LANGUAGES) {
                files.put(version + "_" + language, read(version, language));
            }
        }
    }

    private static Map<String, String> read(String version, String language) {
        Properties lines = new Properties();
        ClassPathResource file = new ClassPathResource("consent/" + version + "_" + language + ".properties");
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.stringPropertyNames().stream().collect(Collectors.toUnmodifiableMap(k -> k, lines::getProperty));
    }

    /** The language to begin with for somebody who speaks this one; Dutch where there is no text in it. */
    public static String nearest(@Nullable String language) {
        return language != null && LANGUAGES.contains(language) ? language : "nl";
    }

    /**
     * The text as it was shown.
     *
     * @param recipient the name of whom it is for; null for whom the text names by itself
     * @return empty for a version or language of which no text was kept
     */
    public Optional<ConsentText> find(Purpose purpose, String version, String language, @Nullable String recipient) {
        return Optional.ofNullable(files.get(version + "_" + language))
                .map(lines -> text(purpose, version, language, recipient, lines));
    }

    /** The text of now; {@code language} is one of {@link #LANGUAGES}. */
    public ConsentText current(Purpose purpose, String language, @Nullable String recipient) {
        return find(purpose, Consents.TEXT_VERSION, nearest(language), recipient)
                .orElseThrow();
    }

    private static ConsentText text(
            Purpose purpose, String version, String language, @Nullable String recipient, Map<String, String> lines) {
        String begin = purpose.name().toLowerCase(Locale.ROOT) + ".";
        String whom = recipient == null ? line(lines, begin + "recipient") : recipient;
        Fill fill = key -> line(lines, begin + key).replace("{recipient}", whom);
        return new ConsentText(
                purpose,
                version,
                language,
                fill.of("title"),
                fill.of("asks"),
                fill.of("why"),
                numbered(lines, begin + "shared."),
                numbered(lines, begin + "never."),
                fill.of("stop"),
                fill.of("agree"),
                new ConsentWords(lines));
    }

    private static String line(Map<String, String> lines, String key) {
        String line = lines.get(key);
        if (line == null) {
            throw new IllegalStateException("no line " + key + " in a text of consent");
        }
        return line;
    }

    private static List<String> numbered(Map<String, String> lines, String begin) {
        List<String> found = new ArrayList<>();
        for (String line = lines.get(begin + 1); line != null; line = lines.get(begin + (found.size() + 1))) {
            found.add(line);
        }
        return List.copyOf(found);
    }

    private interface Fill {
        String of(String key);
    }
}
