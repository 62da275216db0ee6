package nl.meedoen.participants.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.kernel.Phone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Precision and recall on pairs of registrations; one set was looked at while tuning, the other was not. */
class MatchMeasureTest {

    private static final Path NAMES = Path.of("src/test/resources/names");
    private static final Path PAGE = Path.of("docs/matching.md");
    private static final String BEGIN = "<!-- figures: made by MatchMeasureTest, do not edit -->";
    private static final String END = "<!-- end of figures -->";

    private record Pair(boolean same, MatchScore score, boolean blocked) {}

    private record Measured(int same, double precision, double recall) {}

    @ParameterizedTest
    @ValueSource(strings = {"tuning", "held-out"})
    void atLeastNineteenOfTwentyAreFoundAndNineOfTenAreRight(String set) throws IOException {
        Measured measured = measure(read(set), MatchScore.POSSIBLE);
        assertThat(measured.recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(measured.precision()).isGreaterThanOrEqualTo(0.90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuning", "held-out"})
    void whatIsCalledLikelyIsHardlyEverWrong(String set) throws IOException {
        assertThat(measure(read(set), MatchScore.LIKELY).precision()).isGreaterThanOrEqualTo(0.98);
    }

    /** The keys under which people are filed may lose few of those whom the score would find. */
    @ParameterizedTest
    @ValueSource(strings = {"tuning", "held-out"})
    void thoseWhoAreTheSameShareAKey(String set) throws IOException {
        List<Pair> same = read(set).stream().filter(Pair::same).toList();
        assertThat(same.stream().filter(Pair::blocked).count() / (double) same.size())
                .isGreaterThanOrEqualTo(0.94);
    }

    @Test
    void thereAreEnoughPairsAndNoneTwice() throws IOException {
        List<String> all = Stream.concat(lines("tuning").stream(), lines("held-out").stream())
                .toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
        Set<String> tuned = groups("tuning");
        assertThat(groups("held-out")).doesNotContainAnyElementsOf(tuned);
    }

    /** Run with -Dmeedoen.write-figures=true to write the figures anew. */
    @Test
    void thePageSaysWhatIsMeasured() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        String table = table();
        if (Boolean.getBoolean("meedoen.write-figures")) {
            Files.writeString(PAGE, page.substring(0, from) + "\n" + table + page.substring(to));
        } else {
            assertThat(page.substring(from, to).strip()).isEqualTo(table.strip());
        }
    }

    private static String table() throws IOException {
        StringBuilder table =
                new StringBuilder("| set | pairs | score from | precision | recall |\n|---|---|---|---|---|\n");
        for (String set : List.of("tuning", "held-out")) {
            List<Pair> pairs = read(set);
            for (double from : new double[] {0.4, MatchScore.POSSIBLE, 0.6, 0.7, MatchScore.LIKELY}) {
                Measured m = measure(pairs, from);
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %d the same, %d not | %.2f | %.3f | %.3f |%n",
                        set,
                        m.same(),
                        pairs.size() - m.same(),
                        from,
                        m.precision(),
                        m.recall()));
            }
        }
        return table.toString();
    }

    private static Measured measure(List<Pair> pairs, double from) {
        int found = 0;
        int right = 0;
        int same = 0;
        for (Pair pair : pairs) {
            boolean taken = pair.score().value() >= from;
            if (pair.same()) same++;
            if (taken) found++;
            if (taken && pair.same()) right++;
        }
        return new Measured(same, right / (double) found, right / (double) same);
    }

    private static List<Pair> read(String set) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (String line : lines(set)) {
            String[] cell = line.split("\\|", -1);
            MatchSubject a = somebody(cell[3], cell[4], cell[5]);
            MatchSubject b = somebody(cell[6], cell[7], cell[8]);
            Set<String> shared = new HashSet<>(BlockKeys.asked(a));
            shared.retainAll(BlockKeys.of(b));
            pairs.add(new Pair(cell[0].equals("same"), MatchScore.of(a, b), !shared.isEmpty()));
        }
        return pairs;
    }

    private static MatchSubject somebody(String name, String birth, String phone) {
        return MatchSubject.of(
                PersonName.of(name, null),
                birth.isEmpty() ? PartialDate.UNKNOWN : PartialDate.parse(birth),
                Gender.UNKNOWN,
                Phone.parse(phone).orElse(null),
                null,
                null);
    }

    private static Set<String> groups(String set) throws IOException {
        Set<String> groups = new HashSet<>();
        for (String line : lines(set)) groups.add(line.split("\\|", -1)[1]);
        return groups;
    }

    private static List<String> lines(String set) throws IOException {
        List<String> lines = Files.readAllLines(NAMES.resolve("people-" + set + ".csv"));
        return lines.subList(1, lines.size());
    }
}
