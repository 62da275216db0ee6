package nl.meedoen.webkit.pdf;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.jspecify.annotations.Nullable;

/** Writes headings, paragraphs and labelled values down A4 pages; a new page where the old one is full. */
public final class PdfWriter implements AutoCloseable {

    private static final float LEFT = 56;
    private static final float RIGHT = 539;
    private static final float TOP = 780;
    private static final float BOTTOM = 64;
    private static final float VALUE = 200;
    private static final float BAND = 84;
    private static final float LINE = 15;
    private static final Color BRAND = new Color(0x1d, 0x5b, 0x6b);
    private static final Color SOFT = new Color(0x52, 0x5f, 0x66);
    private static final Color RULE = new Color(0xd5, 0xdc, 0xdf);

    private final PDDocument document = new PDDocument();
    private final PdfFonts fonts;
    private final PdfTags tags;
    private PDPageContentStream pen;
    private float y;

    /** @param title what a reader shows above the page */
    public PdfWriter(String title, Locale language) throws IOException {
        fonts = new PdfFonts(document);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language.toLanguageTag());
        tags = new PdfTags(document);
        pen = turn();
    }

    private PDPageContentStream turn() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        tags.turn(page);
        y = TOP;
        return new PDPageContentStream(document, page);
    }

    private void room(float height) throws IOException {
        if (y - height < BOTTOM) {
            pen.close();
            pen = turn();
        }
    }

    /** The title of the paper. */
    public void title(String text) throws IOException {
        tags.begin(StandardStructureTypes.H1, text);
        paragraph(text, true, 22, LEFT, RIGHT, BRAND);
        y -= 6;
    }

    /** The title of the paper on a coloured band across the top of the page, with what stands under it. */
    public void banner(String text, @Nullable String... under) throws IOException {
        List<String> rest = Arrays.stream(under).filter(Objects::nonNull).toList();
        float height = BAND + LINE * rest.size();
        float top = PDRectangle.A4.getHeight();
        PdfTags.decoration(pen, () -> {
            pen.setNonStrokingColor(BRAND);
            pen.addRect(0, top - height, PDRectangle.A4.getWidth(), height);
            pen.fill();
        });
        y = top - 36;
        tags.begin(StandardStructureTypes.H1, text);
        paragraph(text, true, 22, LEFT, RIGHT, Color.WHITE);
        for (String line : rest) {
            tags.begin(StandardStructureTypes.P, line);
            paragraph(line, false, 10.5f, LEFT, RIGHT, Color.WHITE);
        }
        y = Math.min(y, top - height) - 10;
    }

    /** A heading; it never stands alone at the foot of a page. */
    public void heading(String text) throws IOException {
        room(80);
        y -= 18;
        tags.begin(StandardStructureTypes.H2, text);
        paragraph(text, true, 14, LEFT, RIGHT, BRAND);
        y -= 4;
    }

    /** Running text. */
    public void text(String text) throws IOException {
        tags.begin(StandardStructureTypes.P, text);
        paragraph(text, false, 10, LEFT, RIGHT, Color.BLACK);
        y -= 4;
    }

    /** A thin line between two things. */
    public void rule() throws IOException {
        room(24);
        y -= 4;
        PdfTags.decoration(pen, () -> {
            pen.setStrokingColor(RULE);
            pen.setLineWidth(0.7f);
            pen.moveTo(LEFT, y);
            pen.lineTo(RIGHT, y);
            pen.stroke();
        });
        y -= 4;
    }

    /** A label with its value beside it. */
    public void value(String label, String value) throws IOException {
        List<String> names = lines(label, false, 9, VALUE - LEFT - 12);
        room(14 * Math.min(3, names.size()));
        float first = y;
        tags.begin(StandardStructureTypes.P, label + ": " + value);
        for (String line : names) {
            pen.setNonStrokingColor(SOFT);
            tags.mark(pen, () -> fonts.draw(pen, line, false, false, 9, LEFT, y - 10));
            y -= 12;
        }
        float under = y;
        y = first;
        PDPageContentStream sheet = pen;
        paragraph(value, false, 10, VALUE, RIGHT, Color.BLACK);
        // a value that went on on the next page is below its label wherever that ended
        y = sheet == pen ? Math.min(y, under) : y;
        y -= 2;
    }

    private void paragraph(String text, boolean heavy, float size, float from, float to, Color colour)
            throws IOException {
        float leading = size * 1.35f;
        for (String part : text.split("\n", -1)) {
            boolean left = PdfFonts.toTheLeft(part);
            for (String line : lines(part, heavy, size, to - from)) {
                room(leading);
                pen.setNonStrokingColor(colour);
                float x = left ? to - fonts.width(line, heavy, size) : from;
                tags.mark(pen, () -> fonts.draw(pen, line, left, heavy, size, x, y - size));
                y -= leading;
            }
        }
    }

    private List<String> lines(String text, boolean heavy, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : PdfFonts.prepare(text).strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (fonts.width(longer, heavy, size) <= width) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            line.setLength(0);
            line.append(cut(word, heavy, size, width, lines));
        }
        lines.add(line.toString());
        return lines;
    }

    /** Cuts a word that is wider than the line; what is left of it begins the next one. */
    private String cut(String word, boolean heavy, float size, float width, List<String> lines) throws IOException {
        String rest = word;
        while (fonts.width(rest, heavy, size) > width) {
            int fits = 1;
            while (fits < rest.length() && fonts.width(rest.substring(0, fits + 1), heavy, size) <= width) {
                fits++;
            }
            lines.add(rest.substring(0, fits));
            rest = rest.substring(fits);
        }
        return rest;
    }

    /**
     * Puts a line at the foot of each page and writes all of it.
     *
     * @param footer with {@code %d} for the page and for the number of pages
     */
    public void finish(String footer, OutputStream out) throws IOException {
        pen.close();
        tags.finish();
        int pages = document.getNumberOfPages();
        for (int page = 1; page <= pages; page++) {
            try (PDPageContentStream foot = new PDPageContentStream(
                    document, document.getPage(page - 1), PDPageContentStream.AppendMode.APPEND, true, true)) {
                foot.setNonStrokingColor(SOFT);
                String line = PdfFonts.prepare(footer.formatted(page, pages));
                PdfTags.decoration(foot, () -> fonts.draw(foot, line, false, false, 8, LEFT, 36));
            }
        }
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
