package nl.meedoen.participants.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.intake.ImportBatch;
import nl.meedoen.participants.intake.ImportRow;
import nl.meedoen.participants.intake.RowDecision;
import nl.meedoen.participants.intake.RowState;
import nl.meedoen.participants.intake.file.RegistrationField;
import nl.meedoen.participants.intake.file.RegistrationRow;
import nl.meedoen.participants.intake.file.RowProblem;
import nl.meedoen.participants.intake.file.RowProblem.Severity;
import nl.meedoen.participants.reference.Municipality;
import nl.meedoen.participants.reference.MunicipalityLookup;
import nl.meedoen.participants.registration.Doubles;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says of each row in words what will happen to it, and asks what has to be asked. */
@Component
class RowViews {

    private static final int MOST_PLACES = 10;

    private final MunicipalityLookup municipalities;
    private final TwinQuestions twins;
    private final RowWords rowWords;
    private final Texts texts;

    RowViews(MunicipalityLookup municipalities, TwinQuestions twins, RowWords rowWords, Texts texts) {
        this.municipalities = municipalities;
        this.twins = twins;
        this.rowWords = rowWords;
        this.texts = texts;
    }

    /** What was read once for all rows of the page. */
    record Around(
            Map<ParticipantId, Doubles.Known> people,
            Map<Integer, ImportRow> rows,
            Map<String, Integer> samePlaces,
            Set<String> served,
            BatchQuery query,
            @Nullable Integer wrongRow,
            @Nullable String wrong) {

        Doubles.@Nullable Known person(@Nullable UUID id) {
            return id == null ? null : people.get(new ParticipantId(id));
        }
    }

    RowView view(ImportBatch batch, ImportRow row, Around around) {
        RegistrationRow content = row.content();
        Doubles.Known person = around.person(row.participant());
        boolean open = batch.isOpen();
        Integer wrongRow = around.wrongRow();
        return new RowView(
                row.number(),
                name(row, person),
                content == null ? "" : about(row, content),
                row.state(),
                what(row, person),
                person == null ? null : "/participants/" + person.id(),
                content == null ? List.of() : notes(row, content, around),
                content == null ? List.of() : like(row, around),
                open && row.state() == RowState.QUESTION && content != null ? place(row, content, around) : null,
                open && row.state() == RowState.DOUBLE && content != null ? twins.ask(row, content, around) : null,
                open && row.isDecided(),
                wrongRow != null && wrongRow == row.number() ? around.wrong() : null);
    }

    private String name(ImportRow row, Doubles.@Nullable Known person) {
        RegistrationRow content = row.content();
        if (content != null && content.name() != null) return content.name().display();
        return person == null ? texts.of("import.no-name") : person.name();
    }

    private String about(ImportRow row, RegistrationRow content) {
        PartialDate birth = content.birth();
        return Stream.of(
                        birth.precision() == PartialDate.Precision.UNKNOWN
                                ? null
                                : birth.display(LocaleContextHolder.getLocale()),
                        municipality(row.municipality()),
                        content.clientNumber())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private @Nullable String municipality(@Nullable String code) {
        return code == null
                ? null
                : municipalities.byCode(code).map(Municipality::name).orElse(code);
    }

    private String what(ImportRow row, Doubles.@Nullable Known person) {
        String place = municipality(row.municipality());
        String number = person == null ? texts.of("import.what.a-dossier") : person.number();
        return switch (row.state()) {
            case READY ->
                row.decision() == RowDecision.OTHER
                        ? texts.of("import.what.other", String.valueOf(place))
                        : texts.of("import.what.ready", String.valueOf(place));
            case QUESTION -> texts.of("import.what.question");
            case DOUBLE -> texts.of("import.what.double");
            case REFUSED -> texts.of("import.what.refused");
            case PRESENT -> texts.of("import.what.present", number);
            case ENROLLED -> texts.of("import.what.enrolled", number);
            case SKIPPED -> {
                if (row.decision() == RowDecision.LEAVE) yield texts.of("import.what.left");
                if (row.decision() == null) {
                    yield texts.of("import.what.repeated", String.valueOf(row.sameAsRow()));
                }
                yield row.sameAsRow() == null
                        ? texts.of("import.what.same-person", number)
                        : texts.of("import.what.same-row", String.valueOf(row.sameAsRow()));
            }
        };
    }

    private List<String> notes(ImportRow row, RegistrationRow content, Around around) {
        List<String> notes = new ArrayList<>();
        for (RowProblem problem : content.problems()) {
            boolean saidAlready = problem.code().equals(RowProblem.REPEATED);
            boolean moot = row.state() == RowState.REFUSED && problem.severity() != Severity.ERROR;
            if (problem.severity() != Severity.QUESTION && !saidAlready && !moot) {
                notes.add(rowWords.sentence(problem));
            }
        }
        boolean comes = row.state() == RowState.READY || row.isOpen();
        String code = row.municipality();
        if (comes && code != null && !around.served().contains(code)) {
            notes.add(texts.of("import.not-served", String.valueOf(municipality(code))));
        }
        return notes;
    }

    private List<RowView.Look> like(ImportRow row, Around around) {
        if (row.state() != RowState.READY && row.state() != RowState.QUESTION) return List.of();
        return row.possible().stream()
                .flatMap(id -> Stream.ofNullable(around.person(id)))
                .map(known ->
                        new RowView.Look("/participants/" + known.id(), known.name() + " (" + known.number() + ")"))
                .toList();
    }

    private RowView.PlaceQuestion place(ImportRow row, RegistrationRow content, Around around) {
        String written = content.originals().getOrDefault(RegistrationField.MUNICIPALITY, "");
        BatchQuery query = around.query();
        Integer asked = query.asked();
        boolean sought = asked != null && asked == row.number() && query.q() != null;
        String text = sought ? String.valueOf(query.q()) : written;
        List<Option> choices = municipalities.search(text, MOST_PLACES).stream()
                .map(found -> new Option(found.code(), found.name() + " (" + found.province() + ")"))
                .toList();
        int all = row.placeKey() == null ? 1 : around.samePlaces().getOrDefault(row.placeKey(), 1);
        return new RowView.PlaceQuestion(written, text, choices, Math.max(0, all - 1));
    }
}
