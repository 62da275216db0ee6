package nl.meedoen.consent.web;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.consent.ConsentRecords;
import nl.meedoen.consent.ConsentTexts;
import nl.meedoen.documents.Uploads;
import nl.meedoen.documents.content.CheckedFile;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Consents;
import nl.meedoen.participants.Consents.Purpose;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Consents in the dossier: what was said, asking, recording a paper, and taking it back. */
@Controller
class ConsentController {

    private static final String OVERVIEW = "/participants/{id}/consents";

    /** The scan of a paper that was recorded before. */
    record ScanForm(@Nullable List<MultipartFile> files) {}

    private final ConsentPages pages;
    private final ConsentRecords records;
    private final Consents consents;
    private final Uploads uploads;
    private final Texts texts;
    private final Words words;

    ConsentController(
            ConsentPages pages, ConsentRecords records, Consents consents, Uploads uploads, Texts texts, Words words) {
        this.pages = pages;
        this.records = records;
        this.consents = consents;
        this.uploads = uploads;
        this.texts = texts;
        this.words = words;
    }

    @Needs(Permission.DOSSIER_VIEW)
    @GetMapping("/participants/{id}/consents")
    String overview(Actor actor, @PathVariable ParticipantId id, Model model) {
        model.addAttribute("page", pages.overview(actor, id));
        return "consent/overview";
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/consents/new")
    String ask(Actor actor, @PathVariable ParticipantId id, @RequestParam Purpose purpose, Model model) {
        model.addAttribute("page", pages.ask(actor, id, purpose));
        model.addAttribute("form", new PaperForm(pages.spoken(actor, id), words.today(), null, null));
        return "consent/ask";
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/consents")
    String paper(
            Actor actor,
            @PathVariable ParticipantId id,
            @RequestParam Purpose purpose,
            @Valid @ModelAttribute("form") PaperForm form,
            BindingResult errors,
            Answer answer) {
        ConsentPages.AskPage page = pages.ask(actor, id, purpose);
        if (form.language() != null && !ConsentTexts.LANGUAGES.contains(form.language())) {
            errors.rejectValue("language", "consent.language-needed");
        }
        if (form.on() != null && form.on().isAfter(words.today())) {
            errors.rejectValue("on", "participants.day-in-future");
        }
        List<MultipartFile> chosen = PaperForm.chosen(form.files());
        PaperForm.checkFiles(chosen, errors);
        List<CheckedFile> scans = uploads.check(chosen, "files", errors);
        Attempt attempt = Attempt.of(
                errors,
                () -> records.paper(
                        actor,
                        id,
                        form.given(purpose),
                        pages.scanTitle(purpose),
                        scans.isEmpty() ? null : scans.get(0)));
        if (!attempt.isDone()) {
            return answer.with("page", page).again(attempt, "consent/ask");
        }
        return answer.go(
                Flash.ok(texts.of(scans.isEmpty() ? "consent.given-without-scan" : "consent.given")), OVERVIEW);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/consents/paper")
    String print(
            Actor actor,
            @PathVariable ParticipantId id,
            @RequestParam Purpose purpose,
            @RequestParam @Nullable String language,
            @RequestParam @Nullable String recipient,
            Model model) {
        model.addAttribute("page", pages.text(actor, id, purpose, language, recipient));
        return "consent/paper";
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/consents/withdraw")
    String withdrawAll(
            Actor actor, @PathVariable ParticipantId id, @RequestParam @Nullable String purpose, Answer answer) {
        Purpose known = Arrays.stream(Purpose.values())
                .filter(p -> p.name().equals(purpose))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("consent.purpose-needed"));
        consents.withdraw(actor, id, known);
        return answer.go(Flash.ok(texts.of("consent.withdrawn")), "/participants/{id}");
    }

    @Needs(Permission.DOSSIER_VIEW)
    @GetMapping("/participants/{id}/consents/{consent}")
    String show(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID consent, Model model) {
        model.addAttribute("page", pages.show(actor, id, consent));
        model.addAttribute("form", new ScanForm(null));
        return "consent/record";
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/consents/{consent}/scan")
    String scan(
            Actor actor,
            @PathVariable ParticipantId id,
            @PathVariable UUID consent,
            @ModelAttribute("form") ScanForm form,
            BindingResult errors,
            Answer answer) {
        ConsentPages.RecordPage page = pages.show(actor, id, consent);
        List<MultipartFile> chosen = PaperForm.chosen(form.files());
        if (chosen.isEmpty()) {
            errors.rejectValue("files", "documents.file-needed");
        }
        PaperForm.checkFiles(chosen, errors);
        List<CheckedFile> scans = uploads.check(chosen, "files", errors);
        String title = pages.scanTitle(page.kept().consent().purpose());
        Attempt attempt = Attempt.of(errors, () -> records.addScan(actor, id, consent, title, scans.get(0)));
        if (!attempt.isDone()) {
            return answer.with("page", page).again(attempt, "consent/record");
        }
        return answer.go(Flash.ok(texts.of("consent.scan-added")), "/participants/{id}/consents/{consent}");
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/consents/{consent}/withdraw")
    String withdraw(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID consent, Answer answer) {
        consents.withdraw(actor, id, consent);
        return answer.go(Flash.ok(texts.of("consent.withdrawn")), OVERVIEW);
    }
}
