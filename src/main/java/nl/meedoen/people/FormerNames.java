package nl.meedoen.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Names of municipalities that were gone before this program began, from the list that comes with it. */
@Component
class FormerNames {

    /** What such a name became, in which year; several codes where it was divided. */
    record Gone(int year, List<String> codes) {}

    private final Map<String, Gone> byName = new LinkedHashMap<>();

    FormerNames() {
        var file = Objects.requireNonNull(FormerNames.class.getResourceAsStream("/reference/gemeenten-vervallen.csv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> byName.put(
                            key(cells[0]), new Gone(Integer.parseInt(cells[1]), List.of(cells[2].split("\\|", -1)))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Optional<Gone> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
