package nl.meedoen.participants.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.meedoen.participants.reference.CountryAndLanguage;
import nl.meedoen.participants.reference.MunicipalityLookup;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationFileTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void theDelimiterIsFound(String delimiter) {
        String text = String.join(delimiter, "Voornaam", "Achternaam", "Opmerking") + "\r\n"
                + String.join(delimiter, "Zahra", "", "\"een" + delimiter + " twee \"\"drie\"\"\nvier\"") + "\r\n";
        RegistrationFile file = RegistrationFile.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(file.format().delimiter()).isEqualTo(delimiter.charAt(0));
        assertThat(file.sheet().rows())
                .containsExactly(List.of("Zahra", "", "een" + delimiter + " twee \"drie\"\nvier"));
    }

    @Test
    void theCharacterSetIsFound() {
        String text = "Voornaam;Land van herkomst\nRenée;Syrië\n";
        assertThat(RegistrationFile.read(text.getBytes(WINDOWS)).sheet().rows())
                .containsExactly(List.of("Renée", "Syrië"));
        assertThat(RegistrationFile.read(text.getBytes(WINDOWS)).format().charset())
                .isEqualTo(WINDOWS);
        assertThat(RegistrationFile.read(text.getBytes(StandardCharsets.UTF_8)).format())
                .isEqualTo(new FileFormat(FileFormat.Kind.CSV, ';', StandardCharsets.UTF_8, false));
        RegistrationFile unicode = RegistrationFile.read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        assertThat(unicode.sheet().rows()).containsExactly(List.of("Renée", "Syrië"));
        assertThat(unicode.format().charset()).isEqualTo(StandardCharsets.UTF_16LE);
    }

    @Test
    void aTitleAboveAndEmptyRowsKeepTheNumbersRight() {
        RegistrationFile file =
                read("Aanmeldingen oktober;;\n\nVoornaam;Achternaam;Gemeente\nA;B;Assen\n;;\nC;D;Assen\n;;\n");
        assertThat(file.sheet().headings()).containsExactly("Voornaam", "Achternaam", "Gemeente");
        assertThat(file.sheet().headingRow()).isEqualTo(3);
        List<RegistrationRow> rows = new RegistrationReader(MunicipalityLookup.load(), CountryAndLanguage.load())
                .readAll(file.sheet(), ColumnMapping.guess(file.sheet().headings()), LocalDate.of(2026, 11, 22));
        assertThat(rows).extracting(RegistrationRow::number).containsExactly(4, 6);
    }

    @Test
    void excelsOwnDelimiterLineIsNoHeading() {
        RegistrationFile file = read("sep=,\nVoornaam,Achternaam\nA,B; C\n");
        assertThat(file.sheet().rows()).containsExactly(List.of("A", "B; C"));
        assertThat(file.sheet().rowNumber(0)).isEqualTo(3);
    }

    @Test
    void whatIsNoListIsRefusedWithAReason() {
        refused(new byte[0], UnreadableFile.EMPTY);
        refused("  \n\n".getBytes(StandardCharsets.UTF_8), UnreadableFile.EMPTY);
        refused("Voornaam;Achternaam\n;\n".getBytes(StandardCharsets.UTF_8), UnreadableFile.EMPTY);
        refused("%PDF-1.7 something".getBytes(StandardCharsets.UTF_8), UnreadableFile.UNREADABLE);
        refused(new byte[] {'P', 'K', 3, 4, 1, 2, 3}, UnreadableFile.UNREADABLE);
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, UnreadableFile.OLD_EXCEL);
        refused(noise(5_000), UnreadableFile.UNREADABLE);
        refused(new byte[RegistrationFile.LARGEST + 1], UnreadableFile.TOO_LARGE);
        refused(
                ("Voornaam;Achternaam\n" + "A;B\n".repeat(5_001)).getBytes(StandardCharsets.UTF_8),
                UnreadableFile.TOO_MANY_ROWS);
        refused(
                ("Voornaam" + ";x".repeat(60) + "\nA\n").getBytes(StandardCharsets.UTF_8),
                UnreadableFile.TOO_MANY_COLUMNS);
        refused(
                ("Voornaam;Achternaam\nA;" + "b".repeat(4_001) + "\n").getBytes(StandardCharsets.UTF_8),
                UnreadableFile.CELL_TOO_LONG);
    }

    @Test
    void aFullFileIsTaken() {
        assertThat(read("Voornaam;Achternaam\n" + "A;B\n".repeat(5_000)).sheet().rows())
                .hasSize(5_000);
    }

    @Test
    void aWorkbookIsReadAsShown() throws IOException {
        byte[] bytes = workbook(sheet -> {
            sheet.value(0, 0, "Voornaam");
            sheet.value(0, 1, "Geboortedatum");
            sheet.value(0, 2, "Telefoon");
            sheet.value(0, 3, "Klantnummer");
            sheet.value(0, 4, "Bijstand");
            sheet.value(2, 0, "محمد");
            sheet.value(2, 1, LocalDate.of(1987, 3, 6));
            sheet.style(2, 1).format("d-m-yyyy").set();
            sheet.value(2, 2, 612345678L);
            sheet.style(2, 2).format("0000000000").set();
            sheet.value(2, 3, 1001.0);
            sheet.value(2, 4, true);
            sheet.value(3, 0, "Zahra");
            sheet.value(3, 3, 12.5);
            sheet.value(3, 1, "00-00-1989");
        });
        RegistrationFile file = RegistrationFile.read(bytes);
        assertThat(file.format()).isEqualTo(FileFormat.WORKBOOK);
        assertThat(file.sheet().rows())
                .containsExactly(
                        List.of("", "", "", "", ""),
                        List.of("محمد", "06-03-1987", "0612345678", "1001", "ja"),
                        List.of("Zahra", "00-00-1989", "", "12.5", ""));
    }

    @Test
    void refusedRowsComeBackAsAWorkbook() throws IOException {
        RegistrationFile file = RegistrationFile.read(workbook(sheet -> {
            sheet.value(0, 0, "Voornaam");
            sheet.value(0, 1, "Geboortedatum");
            sheet.value(1, 0, "Zahra");
            sheet.value(1, 1, "31-02-1990");
            sheet.value(2, 0, "Noor");
        }));
        List<RegistrationRow> rows = new RegistrationReader(MunicipalityLookup.load(), CountryAndLanguage.load())
                .readAll(file.sheet(), ColumnMapping.guess(file.sheet().headings()), LocalDate.of(2026, 11, 22));
        SheetText answer = RegistrationFile.read(ErrorFile.write(file, rows, "Reden", RowProblem::code))
                .sheet();
        assertThat(answer.headings()).containsExactly("Voornaam", "Geboortedatum", "Reden");
        assertThat(answer.rows()).containsExactly(List.of("Zahra", "31-02-1990", "date.no-such-day"));
    }

    @Test
    void aWorkbookThatUnpacksToTooMuchIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] megabyte = new byte[1024 * 1024];
            for (int i = 0; i < 101; i++) zip.write(megabyte);
            zip.closeEntry();
        }
        assertThat(bytes.size()).isLessThan(1024 * 1024);
        refused(bytes.toByteArray(), UnreadableFile.TOO_LARGE);
    }

    @Test
    void aWorkbookWithADocumentTypeIsRefused() throws IOException {
        byte[] honest = workbook(sheet -> {
            sheet.value(0, 0, "Voornaam");
            sheet.value(1, 0, "Zahra");
        });
        refused(
                rewritten(honest, "<worksheet", "<!DOCTYPE x [<!ENTITY e \"boo\">]><worksheet"),
                UnreadableFile.UNREADABLE);
    }

    private static RegistrationFile read(String text) {
        return RegistrationFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(byte[] content, String code) {
        assertThatThrownBy(() -> RegistrationFile.read(content))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage(code);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Meedoen", "1.0")) {
            fill.accept(workbook.newWorksheet("Blad1"));
        }
        return bytes.toByteArray();
    }

    private static byte[] rewritten(byte[] workbook, String from, String to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                out.write(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
