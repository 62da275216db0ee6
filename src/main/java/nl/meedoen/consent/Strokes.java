package nl.meedoen.consent;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A signature as it was drawn: lines of points on a sheet of {@link #WIDTH} by {@link #HEIGHT}. Kept as the path of a
 * drawing, so that it holds nothing but lines.
 *
 * @param path as SVG has it, such as {@code M10 20L15 24}
 */
public record Strokes(String path) {

    public static final int WIDTH = 600;
    public static final int HEIGHT = 200;

    /** Fewer points than this is a slip of the finger. */
    static final int FEWEST = 8;

    static final int MOST = 6000;

    private static final Pattern POINT = Pattern.compile("[ML](\\d{1,3}) (\\d{1,3})");

    /** What a browser sent; empty for what is no signature. */
    public static Optional<Strokes> read(@Nullable String sent) {
        if (sent == null || sent.length() > MOST * 8 || !sent.startsWith("M")) {
            return Optional.empty();
        }
        String[] points = sent.split("(?=[ML])", MOST + 2);
        for (String point : points) {
            Matcher xy = POINT.matcher(point);
            if (!xy.matches() || Integer.parseInt(xy.group(1)) > WIDTH || Integer.parseInt(xy.group(2)) > HEIGHT) {
                return Optional.empty();
            }
        }
        return points.length < FEWEST || points.length > MOST ? Optional.empty() : Optional.of(new Strokes(sent));
    }

    /** The sheet, as SVG has it. */
    public String sheet() {
        return "0 0 " + WIDTH + " " + HEIGHT;
    }
}
