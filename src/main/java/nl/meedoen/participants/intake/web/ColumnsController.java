package nl.meedoen.participants.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.CitizenNumber;
import nl.meedoen.participants.intake.BatchId;
import nl.meedoen.participants.intake.ImportBatch;
import nl.meedoen.participants.intake.ImportJobs;
import nl.meedoen.participants.intake.Imports;
import nl.meedoen.participants.intake.file.ColumnMapping;
import nl.meedoen.participants.intake.file.RegistrationField;
import nl.meedoen.participants.intake.file.SheetText;
import nl.meedoen.participants.reference.Municipality;
import nl.meedoen.participants.reference.MunicipalityLookup;
import nl.meedoen.people.Organisation;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saying by hand what the columns of a file hold. */
@Controller
class ColumnsController {

    private static final int SAMPLES = 3;

    private final Imports imports;
    private final ImportJobs jobs;
    private final Organisation organisation;
    private final MunicipalityLookup municipalities;
    private final Texts texts;
    private final Words words;

    ColumnsController(
            Imports imports,
            ImportJobs jobs,
            Organisation organisation,
            MunicipalityLookup municipalities,
            Texts texts,
            Words words) {
        this.imports = imports;
        this.jobs = jobs;
        this.organisation = organisation;
        this.municipalities = municipalities;
        this.texts = texts;
        this.words = words;
    }

    /** A column with what stands in it; {@code chosen} is a field or an empty text. */
    record Column(int number, String heading, List<String> samples, String chosen, boolean twice) {}

    /** All that the page shows. */
    record ColumnsPage(
            ImportBatch batch,
            List<Column> columns,
            List<Option> fields,
            List<Option> municipalities,
            @Nullable String municipality,
            List<String> errors,
            boolean nameMissing,
            boolean municipalityMissing) {}

    @Needs(Permission.PARTICIPANTS_IMPORT)
    @GetMapping("/participants/import/{batch}/columns")
    String ask(Actor actor, @PathVariable BatchId batch, Model model) {
        ImportBatch found = imports.batch(actor, batch);
        List<@Nullable RegistrationField> chosen = new ArrayList<>();
        for (int i = 0; i < found.headings().size(); i++) {
            chosen.add(found.mapping().field(i).orElse(null));
        }
        return page(actor, found, chosen, found.municipality(), List.of(), model);
    }

    @Needs(Permission.PARTICIPANTS_IMPORT)
    @PostMapping("/participants/import/{batch}/columns")
    String choose(
            Actor actor,
            @PathVariable BatchId batch,
            @RequestParam(required = false) @Nullable String municipality,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        ImportBatch found = imports.batch(actor, batch);
        List<@Nullable RegistrationField> chosen = new ArrayList<>();
        for (int i = 0; i < found.headings().size(); i++) {
            chosen.add(field(request.getParameter("column-" + i)));
        }
        String known =
                municipality != null && municipalities.byCode(municipality).isPresent() ? municipality : null;
        List<String> errors = new ArrayList<>();
        if (!twice(chosen).isEmpty()) errors.add(texts.of("import.columns.twice"));
        if (errors.isEmpty() && !ColumnMapping.of(chosen).hasName()) errors.add(texts.of("import.columns.name-needed"));
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return page(actor, found, chosen, known, errors, model);
        }
        imports.map(actor, batch, ColumnMapping.of(chosen), known);
        jobs.check(actor, batch);
        return "redirect:/participants/import/" + batch;
    }

    private static @Nullable RegistrationField field(@Nullable String name) {
        return Arrays.stream(RegistrationField.values())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Set<RegistrationField> twice(List<@Nullable RegistrationField> chosen) {
        Set<RegistrationField> seen = new HashSet<>();
        Set<RegistrationField> twice = new HashSet<>();
        for (RegistrationField field : chosen) {
            if (field != null && !seen.add(field)) twice.add(field);
        }
        return twice;
    }

    private String page(
            Actor actor,
            ImportBatch batch,
            List<@Nullable RegistrationField> chosen,
            @Nullable String municipality,
            List<String> errors,
            Model model) {
        SheetText sheet = imports.sheet(actor, batch.id());
        Set<RegistrationField> twice = twice(chosen);
        List<Column> columns = new ArrayList<>();
        Map<RegistrationField, Boolean> used = new EnumMap<>(RegistrationField.class);
        for (int i = 0; i < batch.headings().size(); i++) {
            int column = i;
            RegistrationField field = chosen.get(i);
            if (field != null) used.put(field, true);
            List<String> samples = sheet.rows().stream()
                    .map(row -> CitizenNumber.mask(row.get(column)))
                    .filter(cell -> !cell.isBlank())
                    .distinct()
                    .limit(SAMPLES)
                    .map(cell -> cell.length() > 40 ? cell.substring(0, 40) + "…" : cell)
                    .toList();
            columns.add(new Column(
                    i,
                    batch.headings().get(i),
                    samples,
                    field == null ? "" : field.name(),
                    field != null && twice.contains(field)));
        }
        List<Option> fields = Arrays.stream(RegistrationField.values())
                .map(field -> new Option(field.name(), texts.of(field.messageKey())))
                .toList();
        boolean named = used.containsKey(RegistrationField.GIVEN_NAMES)
                || used.containsKey(RegistrationField.SURNAME)
                || used.containsKey(RegistrationField.PREFERRED_NAME);
        model.addAttribute(
                "page",
                new ColumnsPage(
                        batch,
                        columns,
                        fields,
                        served(actor),
                        municipality,
                        errors,
                        !named,
                        !used.containsKey(RegistrationField.MUNICIPALITY)));
        return "participants/import/columns";
    }

    private List<Option> served(Actor actor) {
        return organisation.servedBy(actor.locations(), words.today()).stream()
                .flatMap(code -> municipalities.byCode(code).stream())
                .sorted(java.util.Comparator.comparing(Municipality::name))
                .map(found -> new Option(found.code(), found.name()))
                .toList();
    }
}
