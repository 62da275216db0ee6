package nl.meedoen.participants.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.intake.ImportRow;
import nl.meedoen.participants.intake.file.RegistrationRow;
import nl.meedoen.participants.matching.MatchScore;
import nl.meedoen.participants.matching.MatchSubject;
import nl.meedoen.participants.reference.Municipality;
import nl.meedoen.participants.reference.MunicipalityLookup;
import nl.meedoen.participants.registration.Doubles;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Lays a row beside the people whom it resembles, and asks whether it is one of them. */
@Component
class TwinQuestions {

    private record Person(
            RowView.Head head,
            String value,
            String choice,
            String name,
            @Nullable String place,
            MatchSubject subject) {}

    private final MunicipalityLookup municipalities;
    private final Texts texts;

    TwinQuestions(MunicipalityLookup municipalities, Texts texts) {
        this.municipalities = municipalities;
        this.texts = texts;
    }

    RowView.DoubleQuestion ask(ImportRow row, RegistrationRow content, RowViews.Around around) {
        MatchSubject subject = ImportRow.subject(content);
        List<Person> people = new ArrayList<>();
        people.add(ofRow(row, content, null));
        row.likely().forEach(id -> {
            Doubles.Known known = around.person(id);
            if (known != null) people.add(ofKnown(known, subject));
        });
        row.likelyRows().forEach(number -> {
            ImportRow other = around.rows().get(number);
            if (other != null && other.content() != null) people.add(ofRow(other, other.content(), subject));
        });
        List<Option> choices = new ArrayList<>();
        people.stream().skip(1).forEach(person -> choices.add(new Option(person.value(), person.choice())));
        row.likelyRows().stream()
                .filter(number -> people.stream().noneMatch(p -> p.value().equals("row:" + number)))
                .forEach(number -> choices.add(
                        new Option("row:" + number, texts.of("import.double.same-row", String.valueOf(number)))));
        choices.add(new Option("other", texts.of("import.double.other")));
        return new RowView.DoubleQuestion(people.stream().map(Person::head).toList(), lines(people), choices);
    }

    private Person ofRow(ImportRow row, RegistrationRow content, @Nullable MatchSubject like) {
        String number = String.valueOf(row.number());
        MatchSubject subject = ImportRow.subject(content);
        String place = row.municipality() == null
                ? null
                : municipalities
                        .byCode(row.municipality())
                        .map(Municipality::name)
                        .orElse(null);
        return new Person(
                new RowView.Head(texts.of("import.row-number", number), null, reasons(like, subject)),
                "row:" + number,
                texts.of("import.double.same-row", number),
                Objects.requireNonNull(content.name()).display(),
                place,
                subject);
    }

    private Person ofKnown(Doubles.Known known, MatchSubject like) {
        return new Person(
                new RowView.Head(known.number(), "/participants/" + known.id(), reasons(like, known.subject())),
                known.id().toString(),
                texts.of("import.double.same-person", known.name(), known.number()),
                known.name(),
                known.municipality(),
                known.subject());
    }

    private List<String> reasons(@Nullable MatchSubject like, MatchSubject subject) {
        return like == null
                ? List.of()
                : MatchScore.of(like, subject).reasons().stream()
                        .map(reason -> texts.of(reason.messageKey()))
                        .toList();
    }

    private List<RowView.Line> lines(List<Person> people) {
        List<RowView.Line> lines = new ArrayList<>();
        add(lines, "import.double.name", people.stream().map(Person::name).toList());
        add(
                lines,
                "registration.field.birth-date",
                people.stream().map(this::birth).toList());
        add(
                lines,
                "registration.field.gender",
                people.stream().map(p -> texts.of(p.subject().gender())).toList());
        add(
                lines,
                "registration.field.municipality",
                people.stream().map(p -> text(p.place())).toList());
        add(lines, "registration.field.phone", people.stream().map(this::phone).toList());
        add(
                lines,
                "registration.field.email",
                people.stream().map(p -> text(p.subject().email())).toList());
        add(
                lines,
                "registration.field.client-number",
                people.stream().map(p -> text(p.subject().clientNumber())).toList());
        return lines;
    }

    private void add(List<RowView.Line> lines, String label, List<String> cells) {
        boolean differs = cells.stream().distinct().count() > 1;
        lines.add(new RowView.Line(texts.of(label), cells, differs));
    }

    private String birth(Person person) {
        PartialDate birth = person.subject().birth();
        return birth.display(LocaleContextHolder.getLocale());
    }

    private String phone(Person person) {
        Phone phone = person.subject().phone();
        return phone == null ? "–" : phone.display();
    }

    private static String text(@Nullable String text) {
        return text == null ? "–" : text;
    }
}
