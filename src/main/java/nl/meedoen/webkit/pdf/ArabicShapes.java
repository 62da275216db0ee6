package nl.meedoen.webkit.pdf;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives each Arabic letter the shape that it has between its neighbours. A PDF shows shapes, not letters; Unicode knows
 * them as presentation forms (blocks FB50 and FE70), and their names say which letter and which place each is of.
 */
final class ArabicShapes {

    private enum Place {
        ISOLATED,
        FINAL,
        INITIAL,
        MEDIAL
    }

    private static final char LAM = '\u0644';

    private static final Map<String, char[]> SHAPES = new HashMap<>();

    static {
        read('\uFB50', '\uFBFF');
        read('\uFE70', '\uFEFC');
    }

    private ArabicShapes() {}

    private static void read(char first, char last) {
        for (char shape = first; shape <= last; shape++) {
            String name = Character.getName(shape);
            String letters = Normalizer.normalize(String.valueOf(shape), Normalizer.Form.NFKC);
            boolean ligature = letters.length() == 2 && letters.charAt(0) == LAM && name.contains("LAM WITH ALEF");
            if (name == null || letters.length() != 1 && !ligature) {
                continue;
            }
            for (Place place : Place.values()) {
                if (name.endsWith(" " + place + " FORM")) {
                    SHAPES.computeIfAbsent(letters, none -> new char[Place.values().length])[place.ordinal()] = shape;
                }
            }
        }
    }

    /** The text in shapes, still in the order in which it is read. */
    static String shape(String text) {
        if (text.chars().noneMatch(c -> c >= 0x600 && c <= 0x6FF)) {
            return text;
        }
        StringBuilder shaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean ligature = i + 1 < text.length() && SHAPES.containsKey(text.substring(i, i + 2));
            String letter = text.substring(i, i + (ligature ? 2 : 1));
            char[] shapes = SHAPES.get(letter);
            int end = i + letter.length();
            if (shapes == null) {
                shaped.append(letter);
            } else {
                boolean before = joinsForward(neighbour(text, i, -1)) && has(shapes, Place.FINAL);
                boolean after = has(shapes, Place.INITIAL) && joinsBack(neighbour(text, end - 1, 1));
                shaped.append(of(shapes, before, after, letter));
            }
            i = end - 1;
        }
        return shaped.toString();
    }

    private static String of(char[] shapes, boolean before, boolean after, String letter) {
        Place place = before ? (after ? Place.MEDIAL : Place.FINAL) : after ? Place.INITIAL : Place.ISOLATED;
        char shape = shapes[place.ordinal()];
        return shape == 0 ? letter : String.valueOf(shape);
    }

    private static boolean has(char[] shapes, Place place) {
        return shapes[place.ordinal()] != 0;
    }

    /** The nearest letter on that side; signs above and below letters do not part them. */
    private static char neighbour(String text, int from, int step) {
        int at = from + step;
        while (at >= 0 && at < text.length() && Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK) {
            at += step;
        }
        return at >= 0 && at < text.length() ? text.charAt(at) : ' ';
    }

    private static boolean joinsForward(char letter) {
        char[] shapes = SHAPES.get(String.valueOf(letter));
        return letter == '\u0640' || shapes != null && has(shapes, Place.INITIAL);
    }

    private static boolean joinsBack(char letter) {
        char[] shapes = SHAPES.get(String.valueOf(letter));
        return letter == '\u0640' || shapes != null && has(shapes, Place.FINAL);
    }
}
