package nl.meedoen.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a backup says of itself.
 *
 * @param version the newest migration of the database that it was made of
 * @param sums for each table the number of rows and a sum over them
 * @param counters how far each counter was
 * @param keys the versions of the keys that sealed text may need, with a fingerprint of each; not the keys
 */
record Contents(String version, Map<String, String> sums, Map<String, Long> counters, Map<String, String> keys) {

    /** Its name in the file. */
    static final String NAME = "contents.properties";

    private static final String FORMAT = "1";

    String write(String madeAt) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("format", FORMAT);
        lines.setProperty("made", madeAt);
        lines.setProperty("version", version);
        sums.forEach((name, sum) -> lines.setProperty("table." + name, sum));
        counters.forEach((name, value) -> lines.setProperty("counter." + name, String.valueOf(value)));
        keys.forEach((name, print) -> lines.setProperty("key." + name, print));
        StringWriter out = new StringWriter();
        lines.store(out, "Meedoen");
        return out.toString();
    }

    static Contents read(InputStream in) throws IOException {
        Properties lines = new Properties();
        lines.load(new StringReader(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)));
        if (!FORMAT.equals(lines.getProperty("format"))) {
            throw new CannotBackUp("The file was made by another version of Meedoen, or is no backup.");
        }
        return new Contents(
                lines.getProperty("version"),
                part(lines, "table."),
                part(lines, "counter.").entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Long.valueOf(entry.getValue()))),
                part(lines, "key."));
    }

    private static Map<String, String> part(Properties lines, String prefix) {
        return lines.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toMap(
                        name -> name.substring(prefix.length()), lines::getProperty, (a, b) -> a, TreeMap::new));
    }
}
