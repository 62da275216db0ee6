package nl.meedoen.insight.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.meedoen.insight.suppression.Mark;

/**
 * Somebody who has the dashboards of all areas and all periods side by side, knows every sum that holds between them, and
 * knows nothing of how they were protected: solves the equations, and narrows ranges until nothing gets narrower.
 */
final class Attacker {

    private static final long PRIME = 2_147_483_647L;

    private final Map<String, Integer> unknowns = new LinkedHashMap<>();
    private final Map<String, Long> known = new HashMap<>();
    private final List<Map<String, Integer>> sums = new ArrayList<>();
    private final Map<String, long[]> ranges = new HashMap<>();

    /** A count that is shown. */
    void sees(String cell, long n) {
        known.put(cell, n);
    }

    /** A count that is not, and what the sign that stands there says of it. */
    void seesHidden(String cell, Mark mark, boolean rowIsBlank, boolean zeroPossible) {
        unknowns.put(cell, unknowns.size());
        long least = rowIsBlank || zeroPossible ? 0 : mark == Mark.SMALL ? 1 : 5;
        ranges.put(cell, new long[] {least, mark == Mark.SMALL ? 4 : 1_000_000});
    }

    /** A count that stands nowhere. */
    void doesNotSee(String cell) {
        unknowns.put(cell, unknowns.size());
        ranges.put(cell, new long[] {0, 1_000_000});
    }

    /** That a count is the sum of others. */
    void knows(String whole, List<String> parts) {
        Map<String, Integer> sum = new TreeMap<>();
        sum.put(whole, -1);
        parts.forEach(part -> sum.put(part, 1));
        sums.add(sum);
    }

    /** What follows: the cells that are not shown and of which only one value is left. */
    Map<String, Long> finds() {
        Map<String, Long> found = new TreeMap<>();
        solve(found);
        narrow(found);
        return found;
    }

    private void solve(Map<String, Long> found) {
        int width = unknowns.size();
        List<long[]> rows = new ArrayList<>();
        for (Map<String, Integer> sum : sums) {
            long[] row = new long[width + 1];
            sum.forEach((cell, sign) -> {
                Integer at = unknowns.get(cell);
                if (at != null) {
                    row[at] = Math.floorMod(sign, PRIME);
                } else {
                    row[width] = Math.floorMod(row[width] - sign * value(cell), PRIME);
                }
            });
            rows.add(row);
        }
        int next = 0;
        int[] pivots = new int[width];
        for (int column = 0; column < width && next < rows.size(); column++) {
            int at = next;
            while (at < rows.size() && rows.get(at)[column] == 0) {
                at++;
            }
            if (at == rows.size()) {
                continue;
            }
            java.util.Collections.swap(rows, at, next);
            long[] pivot = rows.get(next);
            long inverse = power(pivot[column], PRIME - 2);
            for (int i = column; i <= width; i++) {
                pivot[i] = pivot[i] * inverse % PRIME;
            }
            for (int each = 0; each < rows.size(); each++) {
                long factor = rows.get(each)[column];
                if (each != next && factor != 0) {
                    long[] row = rows.get(each);
                    for (int i = column; i <= width; i++) {
                        row[i] = Math.floorMod(row[i] - factor * pivot[i] % PRIME, PRIME);
                    }
                }
            }
            pivots[next++] = column;
        }
        List<String> names = List.copyOf(unknowns.keySet());
        for (int row = 0; row < next; row++) {
            int others = 0;
            for (int i = 0; i < width; i++) {
                others += rows.get(row)[i] == 0 ? 0 : 1;
            }
            if (others == 1) {
                found.put(names.get(pivots[row]), rows.get(row)[width]);
            }
        }
    }

    private void narrow(Map<String, Long> found) {
        boolean again = true;
        while (again) {
            again = false;
            for (Map<String, Integer> sum : sums) {
                for (String cell : sum.keySet()) {
                    again |= ranges.containsKey(cell) && narrow(cell, sum);
                }
            }
        }
        ranges.forEach((cell, range) -> {
            if (range[0] == range[1]) {
                found.put(cell, range[0]);
            }
        });
    }

    /** This cell is what the others leave of it. */
    private boolean narrow(String cell, Map<String, Integer> sum) {
        long low = 0;
        long high = 0;
        for (Map.Entry<String, Integer> other : sum.entrySet()) {
            if (!other.getKey().equals(cell)) {
                long[] range =
                        ranges.getOrDefault(other.getKey(), new long[] {value(other.getKey()), value(other.getKey())});
                int sign = -other.getValue() * sum.get(cell);
                low += sign > 0 ? range[0] : -range[1];
                high += sign > 0 ? range[1] : -range[0];
            }
        }
        long[] mine = ranges.get(cell);
        long[] better = {Math.max(mine[0], low), Math.min(mine[1], high)};
        if (better[0] > better[1]) {
            throw new IllegalStateException(cell + " does not add up");
        }
        boolean narrower = better[0] > mine[0] || better[1] < mine[1];
        ranges.put(cell, better);
        return narrower;
    }

    private long value(String cell) {
        return known.getOrDefault(cell, 0L);
    }

    private static long power(long base, long exponent) {
        long result = 1;
        for (long b = base, e = exponent; e > 0; e >>= 1, b = b * b % PRIME) {
            if ((e & 1) == 1) {
                result = result * b % PRIME;
            }
        }
        return result;
    }
}
