package nl.meedoen.participants.intake.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.meedoen.participants.reference.PlainText;
import org.jspecify.annotations.Nullable;

/** Which column holds what. Guessed from the headings; whoever imports may correct it. */
public final class ColumnMapping {

    private static final List<String> SURNAME_OR_ALL = List.of("naam", "name");

    private final List<@Nullable RegistrationField> columns;

    private ColumnMapping(List<@Nullable RegistrationField> columns) {
        this.columns = Collections.unmodifiableList(new ArrayList<>(columns));
    }

    /** Guesses by Dutch and English headings; a column that is not understood, or comes twice, is left out. */
    public static ColumnMapping guess(List<String> headings) {
        List<String> folded = headings.stream().map(PlainText::fold).toList();
        List<@Nullable RegistrationField> columns = new ArrayList<>(Collections.nCopies(headings.size(), null));
        for (RegistrationField field : RegistrationField.values()) {
            for (String heading : field.headings()) {
                int column = folded.indexOf(heading);
                if (column >= 0 && columns.get(column) == null && !columns.contains(field)) columns.set(column, field);
            }
        }
        // Beside "Voornaam", the heading "Naam" means the surname; alone it means all.
        for (int i = 0; i < folded.size(); i++) {
            boolean unused = columns.get(i) == null && SURNAME_OR_ALL.contains(folded.get(i));
            if (unused && !columns.contains(RegistrationField.SURNAME)) columns.set(i, RegistrationField.SURNAME);
        }
        return new ColumnMapping(columns);
    }

    /** What somebody chose for each column, null for a column that is not used; no field may come twice. */
    public static ColumnMapping of(List<@Nullable RegistrationField> columns) {
        long used = columns.stream().filter(Objects::nonNull).count();
        ColumnMapping mapping = new ColumnMapping(columns);
        if (used != mapping.fields().size()) throw new IllegalArgumentException("a field comes twice");
        return mapping;
    }

    /** The same, but with another field (or none) for a column, counted from 0; the field leaves the column that had it. */
    public ColumnMapping with(int column, @Nullable RegistrationField field) {
        List<@Nullable RegistrationField> changed = new ArrayList<>(columns);
        if (field != null) changed.replaceAll(other -> other == field ? null : other);
        changed.set(column, field);
        return new ColumnMapping(changed);
    }

    /** What the column holds; empty when it is not used. */
    public Optional<RegistrationField> field(int column) {
        return column < columns.size() ? Optional.ofNullable(columns.get(column)) : Optional.empty();
    }

    /** The column, from 0, that holds this field; -1 when none does. */
    public int columnOf(RegistrationField field) {
        return columns.indexOf(field);
    }

    /** The fields that some column holds. */
    public Set<RegistrationField> fields() {
        EnumSet<RegistrationField> fields = EnumSet.noneOf(RegistrationField.class);
        columns.stream().filter(Objects::nonNull).forEach(fields::add);
        return fields;
    }

    /** Whether at least one column holds a name, without which nobody can be registered. */
    public boolean hasName() {
        Set<RegistrationField> fields = fields();
        return fields.contains(RegistrationField.GIVEN_NAMES)
                || fields.contains(RegistrationField.SURNAME)
                || fields.contains(RegistrationField.PREFERRED_NAME);
    }
}
