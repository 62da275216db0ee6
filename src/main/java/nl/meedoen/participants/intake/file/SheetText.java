package nl.meedoen.participants.intake.file;

import java.util.ArrayList;
import java.util.List;
import nl.meedoen.kernel.CitizenNumber;
import nl.meedoen.kernel.Phone;

/**
 * A sheet as text: every cell as it is shown to whoever opens the file.
 *
 * @param headings one for each column; may be blank
 * @param rows as many cells as there are headings; rows without any text are there too, so that numbers stay right
 * @param headingRow the number of the row with the headings, from 1
 */
public record SheetText(List<String> headings, List<List<String>> rows, int headingRow) {

    /** At most this many rows below the headings. */
    public static final int MOST_ROWS = 5_000;
    /** At most this many columns. */
    public static final int MOST_COLUMNS = 60;
    /** At most this many characters in a cell. */
    public static final int LONGEST_CELL = 4_000;

    private static final int LAST_HEADING_ROW = 10;

    /** Takes copies. */
    public SheetText {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The row number, as a spreadsheet program counts, of the row with this index. */
    public int rowNumber(int index) {
        return headingRow + 1 + index;
    }

    /**
     * The same with every citizen service number masked, to be kept: the law forbids to keep the number. What may be a mobile phone
     * number stays, until it is known in which column it stands.
     */
    public SheetText withoutCitizenNumbers() {
        return new SheetText(
                masked(headings), rows.stream().map(SheetText::masked).toList(), headingRow);
    }

    private static List<String> masked(List<String> cells) {
        return cells.stream()
                .map(cell -> mayBeMobile(cell) ? cell : CitizenNumber.mask(cell))
                .toList();
    }

    /** A spreadsheet that takes a phone number for a sum drops its zero and leaves nine digits, which may pass by chance. */
    static boolean mayBeMobile(String cell) {
        return cell.startsWith("6") && Phone.parse(cell).isPresent();
    }

    /** Finds the headings in what was read, evens out the rows and keeps to the limits; otherwise {@link UnreadableFile}. */
    static SheetText of(List<List<String>> lines) {
        int last = lines.size();
        while (last > 0 && isBlank(lines.get(last - 1))) last--;
        int headings = headingLine(lines.subList(0, last));
        if (last - headings < 2) throw new UnreadableFile(UnreadableFile.EMPTY);
        if (last - headings - 1 > MOST_ROWS) throw new UnreadableFile(UnreadableFile.TOO_MANY_ROWS, MOST_ROWS);
        int width = 0;
        for (int i = headings; i < last; i++) width = Math.max(width, width(lines.get(i)));
        if (width > MOST_COLUMNS) throw new UnreadableFile(UnreadableFile.TOO_MANY_COLUMNS, MOST_COLUMNS);
        List<List<String>> rows = new ArrayList<>(last - headings - 1);
        for (int i = headings + 1; i < last; i++) rows.add(even(lines.get(i), width, i + 1));
        return new SheetText(even(lines.get(headings), width, headings + 1), rows, headings + 1);
    }

    static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    /** Above the headings some put a title: the first line in which two headings are known will do, else the first with text. */
    private static int headingLine(List<List<String>> lines) {
        int first = -1;
        for (int i = 0; i < Math.min(lines.size(), LAST_HEADING_ROW); i++) {
            if (isBlank(lines.get(i))) continue;
            if (first < 0) first = i;
            if (ColumnMapping.guess(lines.get(i)).fields().size() >= 2) return i;
        }
        return Math.max(first, 0);
    }

    private static int width(List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) width--;
        return width;
    }

    private static List<String> even(List<String> cells, int width, int row) {
        List<String> even = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            String cell = i < cells.size() ? cells.get(i).strip() : "";
            if (cell.length() > LONGEST_CELL) throw new UnreadableFile(UnreadableFile.CELL_TOO_LONG, row, LONGEST_CELL);
            even.add(cell);
        }
        return even;
    }
}
