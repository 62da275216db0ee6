package nl.meedoen.demo.papers;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Draws papers that look like papers and say that they are examples. */
final class Paper {

    private static final String EXAMPLE = "VOORBEELD - verzonnen, hoort bij niemand";

    private Paper() {}

    /** A page with a title, lines of text and a line for a name under it. */
    static byte[] pdf(String title, List<String> lines) throws IOException {
        PDFont bold = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
        PDFont plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(pdf, page)) {
                pen.setNonStrokingColor(new Color(0x1d, 0x5b, 0x6b));
                pen.addRect(0, 800, 595, 42);
                pen.fill();
                write(pen, bold, 26, 60, 720, List.of(title), 30);
                pen.setNonStrokingColor(Color.BLACK);
                write(pen, plain, 13, 60, 670, lines, 22);
                pen.moveTo(60, 170);
                pen.lineTo(260, 170);
                pen.stroke();
                write(pen, plain, 10, 60, 155, List.of("Handtekening"), 14);
                pen.setNonStrokingColor(Color.GRAY);
                write(pen, plain, 10, 60, 60, List.of(EXAMPLE), 14);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static void write(
            PDPageContentStream pen, PDFont font, float size, float x, float y, List<String> lines, float leading)
            throws IOException {
        pen.beginText();
        pen.setFont(font, size);
        pen.setLeading(leading);
        pen.newLineAtOffset(x, y);
        for (String line : lines) {
            pen.showText(line);
            pen.newLine();
        }
        pen.endText();
    }

    /** A photo of a paper on a table, as a phone takes it; without letters, which would need a font of the server. */
    static byte[] photo() throws IOException {
        BufferedImage image = new BufferedImage(900, 1200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0x8a, 0x6f, 0x55));
        pen.fillRect(0, 0, 900, 1200);
        pen.rotate(0.03, 450, 600);
        pen.setColor(new Color(0xfb, 0xf8, 0xf0));
        pen.fillRect(110, 120, 680, 940);
        pen.setColor(new Color(0x1d, 0x5b, 0x6b));
        pen.fillRect(170, 190, 360, 34);
        pen.setColor(new Color(0x9a, 0xa0, 0xa6));
        for (int line = 0; line < 16; line++) {
            pen.fillRect(170, 290 + line * 38, line % 5 == 4 ? 300 : 540 - line % 3 * 30, 9);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
