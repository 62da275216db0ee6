package nl.meedoen.webkit.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfWriterTest {

    @Test
    void aLetterHasTheShapeOfItsPlace() {
        // meem initial, hah medial, meem medial, dal final
        assertThat(ArabicShapes.shape("محمد")).isEqualTo("\uFEE3\uFEA4\uFEE4\uFEAA");
        // alef does not join forward, so the letter after it begins anew
        assertThat(ArabicShapes.shape("دار")).isEqualTo("\uFEA9\uFE8D\uFEAD");
        assertThat(ArabicShapes.shape("سلام")).isEqualTo("\uFEB3\uFEFC\uFEE1");
        // Persian and Kurdish letters have their places too
        assertThat(ArabicShapes.shape("گچ")).isEqualTo("\uFB94\uFB7B");
        assertThat(ArabicShapes.shape("Jan 12")).isEqualTo("Jan 12");
    }

    @Test
    void aSignAboveALetterPartsNothing() {
        assertThat(ArabicShapes.shape("مُحَمَّد").replaceAll("\\p{Mn}", "")).isEqualTo("\uFEE3\uFEA4\uFEE4\uFEAA");
    }

    @Test
    void everyScriptCanBeReadBack() throws IOException {
        String text = read(pdf("محمد علي", "ሓጎስ ተስፋይ", "Müller–Özdemir", "Ірина"));
        assertThat(text).contains("محمد علي", "ሓጎስ ተስፋይ", "Müller–Özdemir", "Ірина");
        assertThat(text).doesNotContain("□");
    }

    @Test
    void aSignThatNoFontHasIsSeenAsABox() throws IOException {
        assertThat(read(pdf("a\uD83D\uDE80b"))).contains("a□b");
    }

    @Test
    void aLongTextGoesOnOnTheNextPageAndNothingIsLost() throws IOException {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 4000; i++) {
            words.append("woord").append(i).append(' ');
        }
        byte[] pdf = pdf(words.toString(), "w".repeat(900));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(5);
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("woord0 ", "woord1999", "woord3999", "blad 2 van " + document.getNumberOfPages());
            assertThat(text.replaceAll("[^w]", "")).hasSizeGreaterThanOrEqualTo(4000 + 900);
        }
    }

    @Test
    void whoHasItReadAloudHearsWhatIsAHeadingAndWhatIsText() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf("kort", "محمد علي", "w ".repeat(4000)))) {
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("nl");
            PDStructureElement all = (PDStructureElement)
                    catalog.getStructureTreeRoot().getKids().get(0);
            List<PDStructureElement> parts =
                    all.getKids().stream().map(PDStructureElement.class::cast).toList();
            assertThat(parts)
                    .extracting(PDStructureElement::getStructureType)
                    .containsExactly("H1", "H2", "P", "P", "P");
            assertThat(parts.get(2).getActualText()).isNull();
            assertThat(parts.get(3).getActualText()).isEqualTo("Waarde: محمد علي");
            // each page tells of each of its marks to which part it belongs
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            Map<Integer, COSObjectable> owners =
                    catalog.getStructureTreeRoot().getParentTree().getNumbers();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                COSArray marks = (COSArray)
                        owners.get(document.getPage(page).getStructParents()).getCOSObject();
                String drawn =
                        new String(document.getPage(page).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(marks.size()).isPositive().isEqualTo(drawn.split("/MCID ", -1).length - 1);
                assertThat(drawn.split(" BDC|BMC", -1)).hasSameSizeAs(drawn.split("EMC", -1));
            }
        }
    }

    private static byte[] pdf(String... values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfWriter writer = new PdfWriter("Proef", Locale.forLanguageTag("nl"))) {
            writer.title("Proef");
            writer.heading("Deel");
            for (String value : values) {
                writer.value("Waarde", value);
                writer.rule();
            }
            writer.finish("blad %d van %d", out);
        }
        return out.toByteArray();
    }

    private static String read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
