package nl.meedoen.webkit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

class TableExportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @BeforeEach
    void reads() {
        LocaleContextHolder.setLocale(new Locale("nl"));
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void dutchSpreadsheetsOpenTheCsvAtADoubleClick() throws IOException {
        String text = new String(written(FileKind.CSV), StandardCharsets.UTF_8);

        assertThat(text)
                .isEqualTo("\uFEFF\"Stap\";\"Aantal\";\"Deel\";\"Op\"\r\n"
                        + "\"Coach; \"\"gekoppeld\"\"\";168;\"78,5\";\"2026-11-22\"\r\n"
                        + "\"Öztürk\";\"<5\";;\r\n");
    }

    @Test
    void numbersAndDatesKeepTheirTypeInTheWorkbook() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(written(FileKind.XLSX)))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(book.getFirstSheet().getName()).isEqualTo("Hoe ver  komen mensen");
            assertThat(rows.get(0).getCellText(0)).isEqualTo("Stap");
            assertThat(rows.get(1).getCell(1).getType()).isEqualTo(CellType.NUMBER);
            assertThat(rows.get(1).getCellAsNumber(2)).contains(new BigDecimal("78.5"));
            assertThat(rows.get(1).getCellAsDate(3)).contains(DAY.atStartOfDay());
            assertThat(rows.get(2).getCellText(1)).isEqualTo("<5");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+31612345678",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\u00A0=1",
                "\u0000=1",
                "\uFF1D1",
                "=cmd|' /C calc'!A0"
            })
    void whatBeginsAsAFormulaIsDisarmed(String payload) throws IOException {
        var csv = new ByteArrayOutputStream();
        try (TableExport table = TableExport.begin(FileKind.CSV, csv, "x", List.of(payload))) {
            table.row(payload);
        }
        assertThat(csv.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("\"")))
                .isNotEmpty();
        assertThat(csv.toString(StandardCharsets.UTF_8).substring(1)).startsWith("\"'");
        assertThat(Disarmed.text(payload)).startsWith("'");

        var xlsx = new ByteArrayOutputStream();
        try (TableExport table = TableExport.begin(FileKind.XLSX, xlsx, "x", List.of("k"))) {
            table.row(payload);
        }
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx.toByteArray()))) {
            assertThat(book.getFirstSheet().read().get(1).getCellText(0)).startsWith("'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Jan", "3 = 3", "'s-Gravenhage", "a-b", "6. Betaald werk"})
    void ordinaryTextStaysAsItIs(String text) {
        assertThat(Disarmed.text(text)).isEqualTo(text);
    }

    private static byte[] written(FileKind kind) throws IOException {
        var out = new ByteArrayOutputStream();
        try (TableExport table =
                TableExport.begin(kind, out, "Hoe ver: komen mensen?", List.of("Stap", "Aantal", "Deel", "Op"))) {
            table.row("Coach; \"gekoppeld\"", 168L, new BigDecimal("78.5"), DAY);
            table.row("Öztürk", "<5", null, null);
        }
        return out.toByteArray();
    }
}
