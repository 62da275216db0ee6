import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that a click sent, out of the server's log, as a script that pgbench can send again and again. */
final class SameSql {

    private static final Pattern ENTRY =
            Pattern.compile("(?m)^#(\\d+) LOG:  duration: [\\d.]+ ms  (?:execute [^:]*|statement): ");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = ('(?:[^']++|'')*+'|NULL)");
    private static final Pattern PLACE = Pattern.compile("([-+*/] |limit |offset )?\\$(\\d+)");

    private SameSql() {}

    /** A script of one click; empty when nothing of it was logged. */
    static String script(String log) {
        StringBuilder script = new StringBuilder();
        for (List<String> transaction : transactions(log)) {
            if (transaction.stream().noneMatch(SameSql::isOfAJob)) {
                transaction.stream()
                        .filter(sql -> !sql.isEmpty() && !sql.startsWith("SET application_name"))
                        .forEach(sql -> script.append(sql).append(";\n"));
            }
        }
        return script.toString();
    }

    private static boolean isOfAJob(String sql) {
        return sql.contains("'SERVICE'") || sql.contains("skip locked");
    }

    static Path keep(String script, Path file) {
        try {
            return Files.writeString(file, script);
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
    }

    /** Statements of one connection from one "begin" to the next belong together, in the order in which they ended. */
    private static List<List<String>> transactions(String log) {
        Matcher entry = ENTRY.matcher(log);
        List<int[]> spans = new ArrayList<>();
        List<String> connections = new ArrayList<>();
        while (entry.find()) {
            spans.add(new int[] {entry.start(), entry.end()});
            connections.add(entry.group(1));
        }
        List<List<String>> transactions = new ArrayList<>();
        Map<String, List<String>> open = new HashMap<>();
        for (int i = 0; i < spans.size(); i++) {
            int end = i + 1 < spans.size() ? spans.get(i + 1)[0] : log.length();
            String sql = statement(log.substring(spans.get(i)[1], end));
            boolean begins = sql.toLowerCase(Locale.ROOT).startsWith("begin");
            List<String> transaction = begins ? null : open.get(connections.get(i));
            if (transaction == null) {
                transaction = new ArrayList<>();
                transactions.add(transaction);
            }
            open.put(connections.get(i), transaction);
            transaction.add(sql);
        }
        return transactions;
    }

    /** One entry of the log: the statement on its lines, then perhaps another line with the parameters. */
    private static String statement(String entry) {
        int next = entry.indexOf("\n#");
        String sql = (next < 0 ? entry : entry.substring(0, next)).replace("\n\t", "\n").strip();
        int after = next < 0 ? -1 : entry.indexOf("\n#", next + 1); // what follows is the next statement's
        String detail = next < 0 ? "" : entry.substring(next, after < 0 ? entry.length() : after);
        Map<Integer, String> values = new LinkedHashMap<>();
        if (detail.toLowerCase(Locale.ROOT).contains("detail:  parameters:")) {
            Matcher parameter = PARAMETER.matcher(detail);
            while (parameter.find()) {
                values.put(Integer.valueOf(parameter.group(1)), parameter.group(2));
            }
        }
        return repeatable(filled(sql, values));
    }

    private static String filled(String sql, Map<Integer, String> values) {
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(sql);
        while (place.find()) {
            String before = place.group(1) == null ? "" : place.group(1);
            String value = values.get(Integer.valueOf(place.group(2)));
            place.appendReplacement(
                    filled, Matcher.quoteReplacement(value == null ? place.group() : before + literal(value, !before.isEmpty())));
        }
        place.appendTail(filled);
        return filled.toString();
    }

    /** In a sum the server must see that it is a number; and a colon would begin one of pgbench's variables. */
    private static String literal(String value, boolean inSum) {
        if (inSum && value.matches("'-?\\d+'")) {
            return value.substring(1, value.length() - 1);
        }
        return value.contains(":") || value.contains("\n")
                ? "E" + value.replace("\\", "\\\\").replace(":", "\\x3a").replace("\n\t", "\\n")
                : value;
    }

    /** A change that is sent again must change again: not fail on an id that exists or pass by an older version. */
    private static String repeatable(String sql) {
        return sql.replaceAll("(?i) and version='?\\d+'?", "")
                .replaceAll(
                        "(?is)(insert into (?:form_key|spring_session|draft)\\b[^(]*\\([^)]*\\)\\s*values\\s*\\()'[^']*'",
                        "$1gen_random_uuid()::text::uuid")
                .replaceAll(";+$", "");
    }
}
