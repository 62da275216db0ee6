package nl.meedoen.participants.intake.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meedoen.participants.reference.CountryAndLanguage;
import nl.meedoen.participants.reference.MunicipalityLookup;

/** Makes registrations of the rows of a sheet, and says of each what was wrong, unclear or read in a certain way. */
public final class RegistrationReader {

    private final MunicipalityLookup municipalities;
    private final CountryAndLanguage names;

    /** A reader with the reference lists to look up places, countries and languages in. */
    public RegistrationReader(MunicipalityLookup municipalities, CountryAndLanguage names) {
        this.municipalities = municipalities;
        this.names = names;
    }

    /** Reads every row that has any text; a row that came before in the very same words is marked as repeated. */
    public List<RegistrationRow> readAll(SheetText sheet, ColumnMapping mapping, LocalDate today) {
        List<RegistrationRow> rows = new ArrayList<>();
        Map<List<String>, Integer> seen = new HashMap<>();
        for (int i = 0; i < sheet.rows().size(); i++) {
            List<String> cells = sheet.rows().get(i);
            if (SheetText.isBlank(cells)) continue;
            int number = sheet.rowNumber(i);
            RowReading reading = new RowReading(sheet.headings(), cells, mapping, today);
            Integer earlier = seen.putIfAbsent(cells, number);
            if (earlier != null) reading.tell(RowProblem.notice(null, RowProblem.REPEATED, earlier.toString()));
            rows.add(reading.read(number, municipalities, names));
        }
        return rows;
    }
}
