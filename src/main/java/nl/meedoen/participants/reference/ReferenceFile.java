package nl.meedoen.participants.reference;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the lists that come with the program, from the folder "reference". */
final class ReferenceFile {

    private ReferenceFile() {}

    static List<CSVRecord> records(String name, char delimiter) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        var resource = Objects.requireNonNull(ReferenceFile.class.getResourceAsStream("/reference/" + name), name);
        try (CSVParser parser = CSVParser.parse(new InputStreamReader(resource, StandardCharsets.UTF_8), format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
