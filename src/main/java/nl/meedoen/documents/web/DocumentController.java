package nl.meedoen.documents.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.documents.DocumentText;
import nl.meedoen.documents.Documents;
import nl.meedoen.documents.StoredDocument;
import nl.meedoen.documents.Uploads;
import nl.meedoen.documents.content.CheckedFile;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import nl.meedoen.webkit.form.SentForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;

/** One document: looked at, described, replaced, removed and put back. */
@Controller
class DocumentController {

    /** A newer file for a document; {@code version} is of the document as it was when the page was opened. */
    record ReplaceForm(
            @Nullable List<MultipartFile> files,
            @Nullable Boolean noIdentity,
            @Nullable Long version) {}

    record RemoveForm(
            @NotBlank(message = "{documents.reason-needed}")
            @Size(max = 500, message = "{documents.reason-long}")
            @NoCitizenNumber
            @Nullable
            String reason) {}

    private final DocumentPages pages;
    private final Documents documents;
    private final Uploads uploads;
    private final Texts texts;
    private final Words words;

    DocumentController(DocumentPages pages, Documents documents, Uploads uploads, Texts texts, Words words) {
        this.pages = pages;
        this.documents = documents;
        this.uploads = uploads;
        this.texts = texts;
        this.words = words;
    }

    @Needs(Permission.DOCUMENTS)
    @GetMapping("/participants/{id}/documents/{document}")
    String show(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID document, Model model) {
        model.addAttribute("page", pages.show(actor, id, document));
        return "documents/show";
    }

    @Needs(Permission.DOCUMENTS)
    @GetMapping("/participants/{id}/documents/{document}/edit")
    String edit(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID document, Model model) {
        DocumentPages.FormPage page = pages.about(actor, id, document, false);
        StoredDocument now = Objects.requireNonNull(page.document());
        model.addAttribute("page", page);
        model.addAttribute("form", filled(now.text(), now.version()));
        return "documents/edit";
    }

    @Needs(Permission.DOCUMENTS)
    @PostMapping("/participants/{id}/documents/{document}/edit")
    String describe(
            Actor actor,
            @PathVariable ParticipantId id,
            @PathVariable UUID document,
            @Valid @ModelAttribute("form") DocumentForm form,
            BindingResult errors,
            Answer answer) {
        pages.about(actor, id, document, false);
        form.checkText(words.today(), errors);
        if (form.title() == null && !errors.hasFieldErrors("title")) {
            errors.rejectValue("title", "documents.title-needed");
        }
        Attempt attempt = Attempt.of(
                errors, () -> documents.describe(actor, id, document, SentForm.version(form.version()), form.text()));
        if (!attempt.isDone()) {
            DocumentPages.FormPage page = pages.about(actor, id, document, attempt.isStale());
            answer.with("page", page);
            if (attempt.isStale()) {
                answer.anew(filled(
                        form.text(), Objects.requireNonNull(page.document()).version()));
            }
            return answer.again(attempt, "documents/edit");
        }
        return answer.go(Flash.ok(texts.of("documents.saved")), "/participants/{id}/documents/{document}");
    }

    @Needs(Permission.DOCUMENTS)
    @GetMapping("/participants/{id}/documents/{document}/replace")
    String replacing(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID document, Model model) {
        DocumentPages.FormPage page = pages.about(actor, id, document, false);
        model.addAttribute("page", page);
        model.addAttribute(
                "form",
                new ReplaceForm(
                        null, null, Objects.requireNonNull(page.document()).version()));
        return "documents/replace";
    }

    @Needs(Permission.DOCUMENTS)
    @PostMapping("/participants/{id}/documents/{document}/replace")
    String replace(
            Actor actor,
            @PathVariable ParticipantId id,
            @PathVariable UUID document,
            @ModelAttribute("form") ReplaceForm form,
            BindingResult errors,
            Answer answer) {
        DocumentPages.FormPage page = pages.about(actor, id, document, false);
        List<MultipartFile> chosen = DocumentForm.chosen(form.files());
        DocumentForm.checkFiles(chosen, form.noIdentity(), "files", errors);
        if (chosen.size() > 1) {
            errors.rejectValue("files", "documents.one-file");
        }
        List<CheckedFile> files = uploads.check(chosen, "files", errors);
        Attempt attempt = Attempt.of(
                errors, () -> documents.replace(actor, id, document, SentForm.version(form.version()), files.get(0)));
        if (!attempt.isDone()) {
            return answer.with("page", attempt.isStale() ? pages.about(actor, id, document, true) : page)
                    .again(attempt, "documents/replace");
        }
        return answer.go(Flash.ok(texts.of("documents.replaced")), "/participants/{id}/documents/{document}");
    }

    @Needs(Permission.DOCUMENTS)
    @GetMapping("/participants/{id}/documents/{document}/remove")
    String removing(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID document, Model model) {
        model.addAttribute("page", pages.about(actor, id, document, false));
        model.addAttribute("form", new RemoveForm(null));
        return "documents/remove";
    }

    @Needs(Permission.DOCUMENTS)
    @PostMapping("/participants/{id}/documents/{document}/remove")
    String remove(
            Actor actor,
            @PathVariable ParticipantId id,
            @PathVariable UUID document,
            @Valid @ModelAttribute("form") RemoveForm form,
            BindingResult errors,
            Answer answer) {
        DocumentPages.FormPage page = pages.about(actor, id, document, false);
        Attempt attempt =
                Attempt.of(errors, () -> documents.remove(actor, id, document, Objects.requireNonNull(form.reason())));
        if (!attempt.isDone()) {
            return answer.with("page", page).again(attempt, "documents/remove");
        }
        return answer.go(
                Flash.ok(texts.of("documents.was-removed", Documents.DAYS_TO_RESTORE))
                        .undo("/participants/" + id + "/documents/" + document + "/restore", texts.of("webkit.undo")),
                "/participants/{id}/documents");
    }

    @Needs(Permission.DOCUMENTS)
    @PostMapping("/participants/{id}/documents/{document}/restore")
    String restore(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID document, Answer answer) {
        documents.restore(actor, id, document);
        return answer.go(Flash.ok(texts.of("documents.was-restored")), "/participants/{id}/documents");
    }

    private static DocumentForm filled(DocumentText text, long version) {
        return new DocumentForm(null, text.kind(), text.title(), text.datedOn(), text.note(), null, version);
    }
}
