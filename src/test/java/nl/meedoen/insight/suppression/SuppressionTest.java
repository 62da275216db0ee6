package nl.meedoen.insight.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionTest {

    /** A country with one region and three municipalities. */
    private static final AreaTree THREE = new AreaTree(List.of(-1, 0, 1, 1, 1));

    private static final AreaTree ONE = new AreaTree(List.of(-1));

    @Test
    void oneToFourIsSmallAndZeroIsNot() {
        assertThat(List.of(0L, 1L, 4L, 5L).stream().map(Suppression::small)).containsExactly(false, true, true, false);
    }

    @Test
    void aSmallMunicipalityTakesAnotherOneWithIt() {
        Column people = new Suppression(THREE).total(new long[] {0, 0, 3, 20, 60});

        assertThat(people.mark(2)).isEqualTo(Mark.SMALL);
        assertThat(people.mark(3))
                .as("else it is the region without the others")
                .isEqualTo(Mark.WITHHELD);
        assertThat(people.mark(4)).isEqualTo(Mark.SHOWN);
        assertThat(people.mark(1)).isEqualTo(Mark.SHOWN);
        assertThat(people.value(0)).isEqualTo(83);
    }

    @Test
    void twoSmallOnesOfWhichTheSumSaysEverythingAreNotEnough() {
        // together eight, each at most four: both are four
        Column people = new Suppression(THREE).total(new long[] {0, 0, 4, 4, 60});

        assertThat(people.mark(4)).isEqualTo(Mark.WITHHELD);
    }

    @Test
    void aZeroStaysAZero() {
        Split split = split(ONE, new long[][] {{12, 0, 30, 6}});

        assertThat(marks(split, 0, 4)).containsOnly(Mark.SHOWN);
    }

    @Test
    void aSmallCountTakesTheLeastOtherCountOfItsRowWithIt() {
        Split split = split(ONE, new long[][] {{3, 12, 30, 8}});

        assertThat(marks(split, 0, 4)).containsExactly(Mark.SMALL, Mark.SHOWN, Mark.SHOWN, Mark.WITHHELD);
    }

    @Test
    void aCountOfFiveIsNoCover() {
        // fifteen less ten is five, and what is withheld is known to be five or more: one would be left for the other
        Split split = split(ONE, new long[][] {{1, 5, 9}});

        assertThat(marks(split, 0, 3)).containsExactly(Mark.SMALL, Mark.SHOWN, Mark.WITHHELD);
    }

    @Test
    void whereNoCategoryCanHideItTheWholeRowIsWithheld() {
        Split split = split(ONE, new long[][] {{1, 5}});

        assertThat(marks(split, 0, 2)).containsOnly(Mark.WITHHELD);
    }

    @Test
    void ofFewPeopleNothingIsSaid() {
        // four of four different kinds, each at least one: the total "<5" would tell that each is one
        Suppression suppression = new Suppression(THREE);
        long[][] rows = {{}, {}, {1, 1, 1, 1}, {10, 20, 30, 40}, {50, 50, 50, 50}};
        Column total = suppression.total(sums(THREE, rows));
        Split split = suppression.split(total, rows, new int[] {1, 1, 1, 1});
        Split ofFewer = split(THREE, new long[][] {{}, {}, {2, 0, 0, 0}, {10, 20, 30, 40}, {50, 50, 50, 50}});

        assertThat(total.mark(2)).isEqualTo(Mark.SMALL);
        assertThat(marks(split, 2, 4)).containsOnly(Mark.SMALL);
        assertThat(marks(ofFewer, 2, 4)).as("zeros too").containsOnly(Mark.SMALL);
    }

    @Test
    void categoriesThatDoNotAddUpAreRefused() {
        assertThatThrownBy(() -> new Suppression(ONE)
                        .split(new Suppression(ONE).total(new long[] {9}), new long[][] {{4, 4}}, new int[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRegionIsShownThoughAMunicipalityIsSmall() {
        Split split = split(THREE, new long[][] {{}, {}, {2, 9, 30}, {3, 12, 40}, {25, 50, 60}});

        assertThat(marks(split, 0, 3)).containsOnly(Mark.SHOWN);
        assertThat(marks(split, 1, 3)).containsOnly(Mark.SHOWN);
        assertThat(marks(split, 2, 3)).containsExactly(Mark.SMALL, Mark.WITHHELD, Mark.SHOWN);
        assertThat(marks(split, 3, 3)).containsExactly(Mark.SMALL, Mark.WITHHELD, Mark.SHOWN);
        assertThat(marks(split, 4, 3)).containsOnly(Mark.SHOWN);
    }

    @Test
    void aSmallSumOfSmallCountsIsKeptToo() {
        // the first two are hidden and can be added up: thirty-three less thirty is three
        Suppression suppression = new Suppression(ONE);
        long[][] rows = {{1, 2, 12, 18}};
        Split split = suppression.split(suppression.total(new long[] {33}), rows, new int[] {1, 1, 1, 1}, 0b0011);

        assertThat(marks(split, 0, 4)).containsExactly(Mark.SMALL, Mark.SMALL, Mark.WITHHELD, Mark.SHOWN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everySmallCountHasATwinInAllTablesAndAreas(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            new TwinCheck(random).check();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noSmallCountIsTheOnlyOneThatFits(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            long[][] rows = new long[5][];
            for (int area = 0; area < 5; area++) {
                rows[area] = area < 2 ? new long[0] : new long[] {draw(random), draw(random), draw(random)};
            }
            Suppression suppression = new Suppression(THREE);
            Column total = suppression.total(sums(THREE, rows));
            Split split = suppression.split(total, rows, new int[] {1, 1, 1}, 0b011);
            new AllThatFit(THREE, total, split, 3).everySmallCountIsOneOfSeveral();
        }
    }

    @Test
    void theWholeCountryIsDoneInASecond() {
        Random random = new Random(9);
        AreaTree country = country(342);
        long[][] rows = new long[country.size()][];
        for (int area = 0; area < rows.length; area++) {
            rows[area] = new long[6];
            int size = random.nextInt(3) == 0 ? 3 : 60;
            for (int category = 0; category < 6; category++) {
                rows[area][category] = random.nextInt(size);
            }
        }
        Suppression suppression = new Suppression(country);
        long began = System.nanoTime();
        Column total = suppression.total(sums(country, rows));
        for (int table = 0; table < 3; table++) {
            suppression.split(total, rows, new int[] {1, 1, 1, 1, 1, 1});
        }
        assertThat((System.nanoTime() - began) / 1_000_000_000.0).isLessThan(10);
    }

    /** Twelve regions with groups of six municipalities in them. */
    private static AreaTree country(int municipalities) {
        java.util.ArrayList<Integer> parents = new java.util.ArrayList<>(List.of(-1));
        for (int region = 0; region < 12; region++) {
            parents.add(0);
        }
        for (int group = 0; group < municipalities / 6; group++) {
            parents.add(1 + group % 12);
        }
        for (int each = 0; each < municipalities; each++) {
            parents.add(13 + each / 6);
        }
        return new AreaTree(parents);
    }

    private static long draw(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 5 + random.nextInt(3);
            default -> 1 + random.nextInt(4);
        };
    }

    private static Split split(AreaTree areas, long[][] rows) {
        Suppression suppression = new Suppression(areas);
        int categories = 0;
        for (long[] row : rows) {
            categories = Math.max(categories, row.length);
        }
        int[] weights = new int[categories];
        java.util.Arrays.fill(weights, 1);
        return suppression.split(suppression.total(sums(areas, rows)), rows, weights);
    }

    static long[] sums(AreaTree areas, long[][] rows) {
        long[] sums = new long[areas.size()];
        for (int area = 0; area < sums.length; area++) {
            sums[area] = areas.leaf(area) ? java.util.Arrays.stream(rows[area]).sum() : 0;
        }
        return sums;
    }

    private static Mark[] marks(Split split, int area, int categories) {
        Mark[] marks = new Mark[categories];
        for (int category = 0; category < categories; category++) {
            marks[category] = split.mark(area, category);
        }
        return marks;
    }
}
