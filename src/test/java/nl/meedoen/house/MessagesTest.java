package nl.meedoen.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence exists in Dutch and in English, and every code that a template or class names has a sentence. */
class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z][a-z0-9-]*(?:\\.[a-z0-9_-]+)+)[}(]");
    private static final Pattern IN_CODE = Pattern.compile(
            "(?:texts\\.of\\(|say\\.text\\(|rejectValue\\(\\s*\"\\w+\",\\s*|new RuleBroken\\()\\s*\"([a-z0-9.-]+[a-z0-9])\"");

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void dutchAndEnglishSayTheSame() throws IOException {
        for (Path file : files(FOLDER, ".properties")) {
            String name = file.getFileName().toString();
            if (name.matches(".*_[a-z]{2}\\.properties")) {
                continue;
            }
            Path dutch = file.resolveSibling(name.replace(".properties", "_nl.properties"));
            assertThat(dutch).exists();
            assertThat(read(dutch).stringPropertyNames())
                    .as("codes of %s", dutch.getFileName())
                    .containsExactlyInAnyOrderElementsOf(read(file).stringPropertyNames());
        }
    }

    @Test
    void everySentenceCanBeFormatted() throws IOException {
        for (Path file : files(FOLDER, ".properties")) {
            Properties sentences = read(file);
            for (String code : sentences.stringPropertyNames()) {
                String sentence = sentences.getProperty(code);
                assertThat(sentence).as("%s in %s", code, file.getFileName()).isNotBlank();
                assertThat(new MessageFormat(sentence, Locale.ROOT)).isNotNull();
                // quoted braces are filled in later, by the check of a form
                assertThat(sentence.replace("''", "").replace("'{'", "").replace("'}'", ""))
                        .as("a lonely apostrophe swallows text: %s in %s", code, file.getFileName())
                        .doesNotContain("'");
            }
        }
    }

    @Test
    void everyCodeThatIsNamedHasASentence() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path file : files(FOLDER, "_nl.properties")) {
            known.addAll(read(file).stringPropertyNames());
        }
        Set<String> missing = new TreeSet<>();
        find(Path.of("src/main/resources/templates"), ".html", IN_TEMPLATE, known, missing);
        find(Path.of("src/main/java"), ".java", IN_CODE, known, missing);
        assertThat(missing).isEmpty();
    }

    private static void find(Path folder, String ending, Pattern pattern, Set<String> known, Set<String> missing)
            throws IOException {
        for (Path file : files(folder, ending)) {
            Matcher matcher = pattern.matcher(Files.readString(file));
            while (matcher.find()) {
                if (!known.contains(matcher.group(1))) {
                    missing.add(matcher.group(1) + " (" + file.getFileName() + ")");
                }
            }
        }
    }
}
