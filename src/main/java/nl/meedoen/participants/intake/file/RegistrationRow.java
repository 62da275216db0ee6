package nl.meedoen.participants.intake.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.LearningRoute;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.intake.file.RowProblem.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One registration as it was understood. What is null was not given or not understood.
 *
 * @param number the row number as a spreadsheet program counts
 * @param cells all cells of the row as sent, with citizen service numbers masked
 * @param originals the text from which each field was read, where there was any
 * @param name null only when the row is refused
 * @param country ISO 3166, two letters
 * @param language ISO 639
 * @param municipality CBS code: "GM0014"
 * @param benefit whether the person receives social assistance
 * @param remark the remark, and whatever was written in another column but fits nowhere
 */
public record RegistrationRow(
        int number,
        List<String> cells,
        Map<RegistrationField, String> originals,
        @Nullable PersonName name,
        PartialDate birth,
        Gender gender,
        @Nullable String country,
        @Nullable String language,
        @Nullable String municipality,
        @Nullable Phone phone,
        @Nullable String email,
        @Nullable LanguageLevel level,
        @Nullable Boolean benefit,
        @Nullable LearningRoute route,
        @Nullable String clientNumber,
        @Nullable String remark,
        List<RowProblem> problems) {

    /** Takes copies. */
    public RegistrationRow {
        cells = List.copyOf(cells);
        originals = Map.copyOf(originals);
        problems = List.copyOf(problems);
    }

    /** The same with one more problem. */
    public RegistrationRow with(RowProblem problem) {
        List<RowProblem> more = new ArrayList<>(problems);
        more.add(problem);
        return new RegistrationRow(
                number,
                cells,
                originals,
                name,
                birth,
                gender,
                country,
                language,
                municipality,
                phone,
                email,
                level,
                benefit,
                route,
                clientNumber,
                remark,
                more);
    }

    /** Whether this row cannot be taken. */
    public boolean isRefused() {
        return has(Severity.ERROR);
    }

    /** Whether somebody has to answer something before this row can be taken. */
    public boolean hasQuestions() {
        return has(Severity.QUESTION);
    }

    /** Whether the very same row came before; it need not be taken again. */
    public boolean isRepeated() {
        return problems.stream().anyMatch(problem -> problem.code().equals(RowProblem.REPEATED));
    }

    private boolean has(Severity severity) {
        return problems.stream().anyMatch(problem -> problem.severity() == severity);
    }
}
