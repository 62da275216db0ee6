package nl.meedoen.documents.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import nl.meedoen.webkit.RuleBroken;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is, is in its bytes: good files come in, nasty ones do not, whatever they are called. */
class ContentCheckTest {

    private final ContentCheck check = new ContentCheck();

    private void refused(String code, String name, byte[] bytes) {
        assertThatThrownBy(() -> check.check(name, bytes))
                .isInstanceOfSatisfying(
                        RuleBroken.class, no -> assertThat(no.code()).isEqualTo("documents.refused." + code));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static BufferedImage read(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void aPdfComesInWithPicturesOfItsFirstPages() throws IOException {
        byte[] pdf = Papers.pdf("Diploma lassen", "Tweede bladzijde", "3", "4", "5", "6");
        CheckedFile file = check.check("Diploma lassen.pdf", pdf);
        assertThat(file.type()).isEqualTo(FileType.PDF);
        assertThat(file.name()).isEqualTo("Diploma lassen.pdf");
        assertThat(file.bytes()).isEqualTo(pdf);
        assertThat(file.previews()).hasSize(5);
        BufferedImage page = read(file.previews().get(0));
        assertThat(Math.max(page.getWidth(), page.getHeight())).isBetween(1300, 1400);
    }

    @Test
    void aPictureIsMadeAnewAndSmallerToLookAt() throws IOException {
        CheckedFile file = check.check("scan.png", Papers.picture("png", 3000, 2000));
        assertThat(file.type()).isEqualTo(FileType.PNG);
        assertThat(read(file.bytes()).getWidth()).isEqualTo(3000);
        assertThat(read(file.previews().get(0)).getWidth()).isEqualTo(1400);
    }

    @Test
    void whatACameraWroteIntoAPhotoIsGone() {
        byte[] photo = Papers.photo(400, 300, 1);
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Kerkstraat");
        CheckedFile file = check.check("IMG_1.jpg", photo);
        assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Kerkstraat", "Exif");
    }

    @ParameterizedTest
    @CsvSource({
        "1,400,300,left",
        "2,400,300,right",
        "3,400,300,right",
        "4,400,300,left",
        "5,300,400,top",
        "6,300,400,top",
        "7,300,400,bottom",
        "8,300,400,bottom"
    })
    void aPhotoStandsUpright(int orientation, int width, int height, String red) throws IOException {
        BufferedImage image =
                read(check.check("a.jpg", Papers.photo(400, 300, orientation)).bytes());
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        int x = red.equals("right") ? width - 20 : 20;
        int y = red.equals("bottom") ? height - 20 : 20;
        int colour = image.getRGB(x, y);
        assertThat(colour >> 16 & 0xFF).isGreaterThan(200);
        assertThat(colour & 0xFF).isLessThan(60);
    }

    @Test
    void aWordDocumentComesIn() {
        assertThat(check.check("cv.docx", Papers.word("Mijn cv", Map.of())).type())
                .isEqualTo(FileType.DOCX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"foto.pdf", "foto.exe", "foto", "..\\..\\foto.html", "/etc/foto.png"})
    void aNameSaysNothing(String name) {
        CheckedFile file = check.check(name, Papers.picture("png", 40, 30));
        assertThat(file.type()).isEqualTo(FileType.PNG);
        assertThat(file.name()).isEqualTo("foto.png");
    }

    @Test
    void aNameIsSafe() {
        assertThat(SafeName.of("con.pdf", FileType.PDF)).isEqualTo("pdf.pdf");
        assertThat(SafeName.of("\u202Efdp.exe", FileType.PDF)).isEqualTo("fdp.pdf");
        assertThat(SafeName.of("a\r\nSet-Cookie: x.pdf", FileType.PDF)).isEqualTo("a Set-Cookie x.pdf");
        assertThat(SafeName.of(null, FileType.JPEG)).isEqualTo("jpeg.jpg");
        assertThat(SafeName.of("سيرة ذاتية.docx", FileType.DOCX)).isEqualTo("سيرة ذاتية.docx");
        assertThat(SafeName.of("x".repeat(300) + ".png", FileType.PNG)).hasSize(104);
    }

    @Test
    void otherKindsAreRefused() {
        refused("empty", "leeg.pdf", new byte[0]);
        refused("large", "groot.pdf", Arrays.copyOf(Papers.pdf("a"), ContentCheck.LARGEST + 1));
        refused("kind", "cv.pdf", text("MZ\u0090\u0000 This program cannot be run in DOS mode"));
        refused(
                "kind",
                "plaatje.png",
                text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"));
        refused("kind", "pagina.pdf", text("<html><script>alert(1)</script>"));
        refused("kind", "plaatje.gif", text("GIF89a"));
        refused("old-word", "cv.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        refused("phone-picture", "a.heic", text("\0\0\0\u0018ftypheic"));
        refused("phone-picture", "a.webp", text("RIFF\0\0\0\0WEBPVP8 "));
    }

    @Test
    void whatOnlyBeginsWellIsRefused() {
        refused("pdf", "a.pdf", text("%PDF-1.7\nhello"));
        refused("pdf", "a.pdf", text("%PDF-1.7\nhello\n%%EOF"));
        refused("picture", "a.jpg", Arrays.copyOf(Papers.picture("jpeg", 400, 300), 200));
        refused("picture", "a.png", Arrays.copyOf(Papers.picture("png", 400, 300), 60));
        refused("word", "a.docx", Papers.zip(Map.of("hello.txt", text("hello"))));
        refused("word", "a.docx", Arrays.copyOf(Papers.word("a", Map.of()), 150));
    }

    @Test
    void whatIsTwoThingsAtOnceIsRefusedOrBecomesOne() throws IOException {
        byte[] archive = Papers.zip(Map.of("evil.html", new byte[4000], "x.txt", random(4000)));
        refused("pdf", "a.pdf", joined(Papers.pdf("a"), archive));
        byte[] picture = check.check("a.png", joined(Papers.picture("png", 40, 30), archive))
                .bytes();
        assertThat(new String(picture, StandardCharsets.ISO_8859_1)).doesNotContain("evil.html");
        // Word goes by the list at the end, other programs by the pieces
        refused("word", "a.docx", joined(Papers.word("a", Map.of()), Papers.zip(Map.of("b", new byte[1]))));
    }

    @Test
    void aPictureOfTooManyPixelsIsNotOpened() {
        refused("pixels", "a.png", hugePng(20_000, 20_000));
    }

    @Test
    void anArchiveThatGrowsIsNotUnpackedToItsEnd() {
        refused("bomb", "a.docx", Papers.word("a", Map.of("word/media/a.bin", new byte[80 * 1024 * 1024])));
    }

    @Test
    void aPdfThatGrowsIsRefusedBeforeItIsOpened() throws IOException {
        byte[] once = deflated(new byte[120 * 1024 * 1024]);
        refused("bomb", "a.pdf", withStream(once));
        refused("bomb", "a.pdf", withStream(deflated(deflated(new byte[60 * 1024 * 1024]))));
    }

    @Test
    void programsAndFilesInsideAreRefused() {
        refused(
                "active",
                "a.pdf",
                Papers.pdf(pdf -> pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")), "a"));
        refused(
                "active",
                "a.pdf",
                Papers.pdf(
                        pdf -> pdf.getDocumentCatalog()
                                .getCOSObject()
                                .setItem(
                                        COSName.getPDFName("EmbeddedFiles"), new org.apache.pdfbox.cos.COSDictionary()),
                        "a"));
        refused("active", "a.docm", Papers.word("a", Map.of("word/vbaProject.bin", new byte[3])));
        refused("active", "a.docx", Papers.word("a", Map.of("word/embeddings/oleObject1.bin", new byte[3])));
        refused("word", "a.docx", Papers.word("a", Map.of("../../a", new byte[3])));
    }

    @Test
    void aPasswordIsRefused() {
        refused(
                "password",
                "a.pdf",
                Papers.pdf(
                        pdf -> {
                            try {
                                pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        },
                        "a"));
    }

    @Test
    void anIdentityDocumentIsRecognisedByItsLinesForMachines() {
        String passport = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
        String card = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<";
        refused("identity", "a.pdf", Papers.pdf(passport));
        refused("identity", "a.pdf", Papers.pdf("Bladzijde 1", "Kopie\n" + card));
        refused(
                "identity",
                "a.docx",
                Papers.word(
                        passport.replace("<", "&lt;").replace("\n", "</w:t></w:r></w:p><w:p><w:r><w:t>"), Map.of()));
        assertThat(check.check("cv.pdf", Papers.pdf("In het bezit van een paspoort. <<<< PYTHON EN JAVA >>>>"))
                        .previews())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Paspoort Amal.jpg",
                "kopie_ID-kaart",
                "verblijfsdocument",
                "residence permit",
                "idkaart voor",
                "VERBLIJFSVERGUNNING",
                "rijbewijs"
            })
    void anIdentityDocumentIsRecognisedByItsName(String name) {
        assertThat(IdentityDocument.named(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Diploma", "cv Amal", "Cursus identiteit en werk", "Taaltoets A2", "Idee voor werk"})
    void otherNamesAreLeftAlone(String name) {
        assertThat(IdentityDocument.named(name)).isFalse();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new java.util.Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out, new Deflater(9))) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] withStream(byte[] packed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text("%PDF-1.7\n1 0 obj\n<</Length " + packed.length + "/Filter/FlateDecode>>\nstream\r\n"));
        out.writeBytes(packed);
        out.writeBytes(text("\nendstream\nendobj\n%%EOF\n"));
        return out.toByteArray();
    }

    /** A PNG that says how large it is, and has nothing more in it. */
    private static byte[] hugePng(int width, int height) {
        byte[] head = ByteBuffer.allocate(17)
                .put(text("IHDR"))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 crc = new CRC32();
        crc.update(head);
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .putInt(13)
                .put(head)
                .putInt((int) crc.getValue())
                .array();
    }
}
