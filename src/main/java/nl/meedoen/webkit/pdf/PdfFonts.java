package nl.meedoen.webkit.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters of one PDF: DejaVu Sans for Latin, Cyrillic, Greek, Hebrew, Armenian, Georgian and Arabic, Noto Sans Ethiopic
 * for Tigrinya and Amharic. A sign that neither has becomes a box, so that one sees that something stands there.
 */
final class PdfFonts {

    private record Face(PDFont font, CmapLookup signs) {

        boolean has(int sign) {
            return signs.getGlyphId(sign) > 0;
        }
    }

    /** A stretch of text in one font, in the order in which it is drawn. */
    private record Run(PDFont font, String text) {}

    private static final int BOX = 0x25A1;

    private final List<Face> plain;
    private final List<Face> bold;

    PdfFonts(PDDocument document) throws IOException {
        Face ethiopic = face(document, "NotoSansEthiopic-Regular.ttf");
        plain = List.of(face(document, "DejaVuSans.ttf"), ethiopic);
        bold = List.of(face(document, "DejaVuSans-Bold.ttf"), ethiopic);
    }

    private static Face face(PDDocument document, String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(PdfFonts.class.getResourceAsStream("/fonts/" + name))) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            return new Face(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
        }
    }

    /** The text in shapes, ready to be measured and cut into lines. */
    static String prepare(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(clean::appendCodePoint);
        return ArabicShapes.shape(clean.toString());
    }

    /** How wide prepared text is, in points. */
    float width(String prepared, boolean heavy, float size) throws IOException {
        float width = 0;
        for (Run run : runs(prepared, heavy)) {
            width += run.font().getStringWidth(run.text()) / 1000 * size;
        }
        return width;
    }

    /** Whether a text begins with a letter that runs to the left. */
    static boolean toTheLeft(String text) {
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).getBaseLevel() == 1;
    }

    /** Draws one line of prepared text, which runs as its paragraph does. */
    void draw(PDPageContentStream pen, String prepared, boolean toTheLeft, boolean heavy, float size, float x, float y)
            throws IOException {
        pen.beginText();
        pen.newLineAtOffset(x, y);
        for (Run run : runs(inOrder(prepared, toTheLeft), heavy)) {
            pen.setFont(run.font(), size);
            pen.showText(run.text());
        }
        pen.endText();
    }

    /** The order on paper, from the left; what runs to the left is turned round, brackets with it. */
    private static String inOrder(String line, boolean toTheLeft) {
        if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
            return line;
        }
        Bidi bidi = new Bidi(line, toTheLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        Object[] runs = new Object[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            String run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            runs[i] = levels[i] % 2 == 1 ? turned(run) : run;
        }
        Bidi.reorderVisually(levels, 0, runs, 0, count);
        StringBuilder visual = new StringBuilder();
        for (Object run : runs) {
            visual.append(run);
        }
        return visual.toString();
    }

    private static String turned(String run) {
        StringBuilder turned = new StringBuilder(run).reverse();
        for (int i = 0; i < turned.length(); i++) {
            int at = "()[]{}<>«»".indexOf(turned.charAt(i));
            if (at >= 0) {
                turned.setCharAt(i, "()[]{}<>«»".charAt(at ^ 1));
            }
        }
        return turned.toString();
    }

    private List<Run> runs(String text, boolean heavy) {
        List<Face> faces = heavy ? bold : plain;
        List<Run> runs = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        PDFont font = faces.get(0).font();
        for (int at = 0; at < text.length(); ) {
            int sign = text.codePointAt(at);
            at += Character.charCount(sign);
            Face face = faces.stream().filter(one -> one.has(sign)).findFirst().orElse(null);
            PDFont next = face == null ? faces.get(0).font() : face.font();
            if (next != font && !current.isEmpty()) {
                runs.add(new Run(font, current.toString()));
                current.setLength(0);
            }
            font = next;
            current.appendCodePoint(face == null ? BOX : sign);
        }
        if (!current.isEmpty()) {
            runs.add(new Run(font, current.toString()));
        }
        return runs;
    }
}
