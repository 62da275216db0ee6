package nl.meedoen.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Names of languages by ISO 639 code, for every room: ours, from {@code reference/languages.csv}, and those of the JDK for
 * the rest.
 */
public final class LanguageNames {

    private static final String FILE = "/reference/languages.csv";
    private static final Map<String, Map<String, String>> OURS = read();

    private LanguageNames() {}

    /** The language's name as the reader calls it; the code itself where there is no name. */
    public static String of(String code, Locale reader) {
        String own = OURS.getOrDefault(code, Map.of()).get(reader.getLanguage());
        return own == null ? Locale.forLanguageTag(code).getDisplayLanguage(reader) : own;
    }

    private static Map<String, Map<String, String>> read() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LanguageNames.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            List<List<String>> rows =
                    file.lines().map(line -> List.of(line.split(";", -1))).toList();
            List<String> head = rows.get(0);
            Map<String, Map<String, String>> names = new HashMap<>();
            for (List<String> row : rows.subList(1, rows.size())) {
                Map<String, String> one = new HashMap<>();
                for (int i = 1; i < row.size(); i++) {
                    one.put(head.get(i), row.get(i));
                }
                names.put(row.get(0), one);
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}
