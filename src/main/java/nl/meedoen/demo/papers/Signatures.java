package nl.meedoen.demo.papers;

import java.util.SplittableRandom;
import java.util.UUID;

/** Scribbles that look like a signature and are nobody's. */
public final class Signatures {

    private static final int POINTS = 46;

    private Signatures() {}

    /** The path of a drawing, always the same for the same consent. */
    public static String of(UUID consent) {
        SplittableRandom random =
                new SplittableRandom(consent.getMostSignificantBits() ^ consent.getLeastSignificantBits());
        double loops = random.nextDouble(3, 6);
        double lean = random.nextDouble(0.2, 0.9);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < POINTS; i++) {
            double way = i / (double) POINTS;
            double angle = way * loops * 2 * Math.PI;
            double size = 20 + 45 * (1 - way) * random.nextDouble(0.85, 1.15);
            int x = (int) Math.round(60 + 440 * way + size * lean * Math.cos(angle));
            int y = (int) Math.round(105 + size * Math.sin(angle));
            path.append(i == 0 ? 'M' : 'L').append(x).append(' ').append(y);
        }
        // a line under it
        path.append("M90 175L").append(random.nextInt(380, 520)).append(' ').append(random.nextInt(160, 180));
        return path.toString();
    }
}
