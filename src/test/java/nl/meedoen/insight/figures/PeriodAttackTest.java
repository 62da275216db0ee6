package nl.meedoen.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.meedoen.insight.suppression.Mark;
import nl.meedoen.insight.suppression.Suppression;
import nl.meedoen.kernel.Tally;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Subtracts periods, areas and categories from one another, all at once. */
class PeriodAttackTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<String> YEARS = List.of("BEFORE", "2025", "2026");
    private static final List<String> KINDS = Measure.KIND.dimensions();

    private final List<Area> areas = List.of(
            area("country", AreaKind.COUNTRY, null),
            area("region:1", AreaKind.REGION, "country"),
            area("region:2", AreaKind.REGION, "country"),
            area("group:1", AreaKind.GROUP, "region:1"),
            area("municipality:a", AreaKind.MUNICIPALITY, "group:1"),
            area("municipality:b", AreaKind.MUNICIPALITY, "group:1"),
            area("municipality:c", AreaKind.MUNICIPALITY, "region:1"),
            area("municipality:d", AreaKind.MUNICIPALITY, "region:2"),
            area("municipality:e", AreaKind.MUNICIPALITY, "region:2"));

    /** By whole, what it is the sum of: what anybody can read in the definitions. */
    private final Map<String, List<String>> sums = sums();

    @RepeatedTest(60)
    void noSmallCountFollowsFromAllPeriodsAndAreasTogether(RepetitionInfo turn) {
        Random random = new Random(turn.getCurrentRepetition());
        List<Tally> tallies = new ArrayList<>();
        for (Area area : areas) {
            if (area.kind() == AreaKind.MUNICIPALITY) {
                people(area.code().substring(13), 4 + random.nextInt(60), random, tallies);
            }
        }
        Map<String, Long> truth = truth(tallies);
        Map<String, Long> found = attack(Publication.of(new AreaIndex(areas), tallies, TODAY), truth);

        found.forEach((cell, n) -> assertThat(Suppression.small(n))
                .as("%s is found to be %d", cell, n)
                .isFalse());
    }

    @Test
    void theAttackerFindsWhatIsNotProtected() {
        Attacker attacker = new Attacker();
        attacker.sees("2026", 20);
        attacker.sees("2026-1", 17);
        attacker.seesHidden("2026-2", Mark.SMALL, false, false);
        attacker.knows("2026", List.of("2026-1", "2026-2"));
        assertThat(attacker.finds()).containsEntry("2026-2", 3L);
    }

    @Test
    void anAverageHasNoMoreDigitsThanThePage() {
        List<Tally> tallies = List.of(
                new Tally("a", "FOUND_DAYS", "2026-3", 7, 100),
                new Tally("a", "STATE", "ACTING", 9, 0),
                new Tally("a", "REGISTERED", "2026-3", 9, 0));
        assertThat(Publication.of(new AreaIndex(areas), tallies, TODAY))
                .filteredOn(figure -> figure.measure().equals("FOUND_DAYS"))
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.average()).isEqualByComparingTo("14"));
    }

    // ------------------------------------------------------------------ people

    private static void people(String municipality, int people, Random random, List<Tally> tallies) {
        Map<String, Long> counts = new HashMap<>();
        List<String> quarters = quarters();
        for (int person = 0; person < people; person++) {
            String registered = quarters.get(random.nextInt(quarters.size()));
            int state = random.nextInt(6);
            counts.merge("REGISTERED|" + registered, 1L, Long::sum);
            counts.merge("STATE|" + Measure.STATE.dimensions().get(state), 1L, Long::sum);
            if (state == 4) {
                counts.merge("KIND|" + KINDS.get(random.nextInt(4)), 1L, Long::sum);
                for (int each = random.nextInt(2); each < 2; each++) {
                    String began = quarters.get(random.nextInt(quarters.size()));
                    counts.merge("BEGUN|" + began, 1L, Long::sum);
                    if (!began.equals("BEFORE")) {
                        counts.merge(
                                "BEGUN_KIND|" + began.substring(0, 4) + "/" + KINDS.get(random.nextInt(4)),
                                1L,
                                Long::sum);
                    }
                }
            }
            if (random.nextInt(3) == 0) {
                String outcome = random.nextInt(4) == 0 ? "ENDED" : "STILL";
                counts.merge("LASTING|" + outcome, 1L, Long::sum);
                counts.merge(outcome + "|" + quarters.get(random.nextInt(quarters.size())), 1L, Long::sum);
            }
            if (random.nextBoolean()) {
                boolean left = random.nextInt(3) == 0;
                counts.merge("OUTFLOW|" + (left ? "LEFT" : "STAYED"), 1L, Long::sum);
                if (left) {
                    counts.merge("LEFT|" + quarters.get(random.nextInt(quarters.size())), 1L, Long::sum);
                }
            }
        }
        counts.forEach((key, n) -> {
            String[] parts = key.split("\\|");
            tallies.add(new Tally(municipality, parts[0], parts[1], n, 0));
        });
    }

    private static List<String> quarters() {
        List<String> quarters = new ArrayList<>(List.of("BEFORE"));
        for (int year = 2025; year <= 2026; year++) {
            Period.quarters(year, TODAY).forEach(quarter -> quarters.add(quarter.code()));
        }
        return quarters;
    }

    // ------------------------------------------------------------------ what is published, and what is known of it

    private Map<String, Long> truth(List<Tally> tallies) {
        Map<String, Long> truth = new HashMap<>();
        for (Tally tally : tallies) {
            for (String area = "municipality:" + tally.municipality(); area != null; area = parent(area)) {
                truth.merge(area + "/" + tally.measure() + "|" + tally.dimension(), tally.n(), Long::sum);
            }
        }
        for (Area area : areas) {
            List<String> wholes = new ArrayList<>(sums.keySet());
            java.util.Collections.reverse(wholes);
            for (String whole : wholes) {
                long n = sums.get(whole).stream()
                        .mapToLong(part -> truth.getOrDefault(area.code() + "/" + part, 0L))
                        .sum();
                truth.put(area.code() + "/" + whole.strip(), n);
            }
        }
        return truth;
    }

    private Map<String, Long> attack(List<Published> published, Map<String, Long> truth) {
        Map<String, Published> seen = new HashMap<>();
        published.forEach(
                figure -> seen.put(figure.area() + "/" + figure.measure() + "|" + figure.dimension(), figure));
        Attacker attacker = new Attacker();
        List<String> cells =
                new ArrayList<>(sums.keySet().stream().map(String::strip).toList());
        sums.values().forEach(cells::addAll);
        for (String cell : new java.util.TreeSet<>(cells)) {
            for (Area area : areas) {
                look(attacker, area.code() + "/" + cell, cell, seen, truth, area);
            }
            for (Area whole : areas) {
                List<String> parts = areas.stream()
                        .filter(area -> whole.code().equals(area.parent()))
                        .map(area -> area.code() + "/" + cell)
                        .toList();
                if (!parts.isEmpty()) {
                    attacker.knows(whole.code() + "/" + cell, parts);
                }
            }
        }
        for (Area area : areas) {
            sums.forEach((whole, parts) -> attacker.knows(
                    area.code() + "/" + whole.strip(),
                    parts.stream().map(part -> area.code() + "/" + part).toList()));
        }
        return attacker.finds();
    }

    private void look(
            Attacker attacker,
            String key,
            String cell,
            Map<String, Published> seen,
            Map<String, Long> truth,
            Area area) {
        Published figure = seen.get(key);
        long real = truth.getOrDefault(key, 0L);
        if (cell.endsWith("BEFORE")) {
            attacker.doesNotSee(key);
        } else if (figure == null) {
            assertThat(real).as("%s is shown as nobody", key).isZero();
            attacker.sees(key, 0);
        } else if (figure.mark() == Mark.SHOWN) {
            assertThat(figure.n()).as(key).isEqualTo(real);
            assertThat(Suppression.small(real)).as("%s is shown", key).isFalse();
            attacker.sees(key, real);
        } else {
            boolean blank = figure.mark() == Mark.WITHHELD && real < Suppression.THRESHOLD;
            boolean zeroPossible = real == 0 || sweptRow(cell, seen, area);
            attacker.seesHidden(key, figure.mark(), blank || blankRow(cell, seen, area), zeroPossible);
        }
    }

    /** Whether there are dashes only: then nothing is said of any count in the row, and each may be any number. */
    private boolean blankRow(String cell, Map<String, Published> seen, Area area) {
        return sums.values().stream()
                .filter(parts -> parts.contains(cell))
                .anyMatch(parts -> parts.stream()
                        .filter(part -> !part.endsWith("BEFORE"))
                        .map(part -> seen.get(area.code() + "/" + part))
                        .allMatch(figure -> figure != null && figure.mark() == Mark.WITHHELD));
    }

    /** Whether the whole is hidden: then a zero stands there as "fewer than five" too. */
    private boolean sweptRow(String cell, Map<String, Published> seen, Area area) {
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().contains(cell))
                .map(sum -> seen.get(area.code() + "/" + sum.getKey().strip()))
                .anyMatch(whole -> whole != null && whole.mark() != Mark.SHOWN);
    }

    private static Map<String, List<String>> sums() {
        Map<String, List<String>> sums = new LinkedHashMap<>();
        sums.put("REGISTERED|ALL", under("STATE", Measure.STATE.dimensions()));
        sums.put("STATE|PLACED", under("KIND", KINDS));
        sums.put("REACHED|ALL", under("LASTING", Measure.LASTING.dimensions()));
        sums.put("BENEFIT|ALL", under("OUTFLOW", Measure.OUTFLOW.dimensions()));
        sums.put("LASTING|STILL", under("STILL", YEARS));
        sums.put("LASTING|ENDED", under("ENDED", YEARS));
        sums.put("OUTFLOW|LEFT", under("LEFT", YEARS));
        // the same whole twice: a second way to look at it
        sums.put("REGISTERED|ALL ", under("REGISTERED", YEARS));
        for (String year : YEARS.subList(1, 3)) {
            for (String measure : List.of("REGISTERED", "BEGUN", "STILL", "ENDED", "LEFT")) {
                List<String> quarters = quarters().stream()
                        .filter(code -> code.startsWith(year))
                        .toList();
                sums.put(measure + "|" + year, under(measure, quarters));
            }
            sums.put(
                    "BEGUN|" + year + " ",
                    under(
                            "BEGUN_KIND",
                            KINDS.stream().map(kind -> year + "/" + kind).toList()));
        }
        return sums;
    }

    private static List<String> under(String measure, List<String> dimensions) {
        return dimensions.stream().map(dimension -> measure + "|" + dimension).toList();
    }

    private @org.jspecify.annotations.Nullable String parent(String code) {
        return areas.stream()
                .filter(area -> area.code().equals(code))
                .findFirst()
                .orElseThrow()
                .parent();
    }

    private static Area area(String code, AreaKind kind, @org.jspecify.annotations.Nullable String parent) {
        return new Area(code, kind, code, parent, List.of(), null);
    }
}
