package nl.meedoen.documents.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.documents.Documents;
import nl.meedoen.documents.Uploads;
import nl.meedoen.documents.content.CheckedFile;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.privacy.Exports;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.form.Attempt;
import nl.meedoen.webkit.table.FileKind;
import nl.meedoen.webkit.table.TableExport;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tab of the dossier: its documents, as a list, as a file, and adding to them. */
@Controller
class AddController {

    private static final List<String> COLUMNS =
            List.of("kind", "title", "dated", "added", "by", "file", "size", "files");

    private final DocumentList list;
    private final DocumentPages pages;
    private final Documents documents;
    private final Uploads uploads;
    private final Exports exports;
    private final Texts texts;
    private final Words words;

    AddController(
            DocumentList list,
            DocumentPages pages,
            Documents documents,
            Uploads uploads,
            Exports exports,
            Texts texts,
            Words words) {
        this.list = list;
        this.pages = pages;
        this.documents = documents;
        this.uploads = uploads;
        this.exports = exports;
        this.texts = texts;
        this.words = words;
    }

    @Needs(Permission.DOCUMENTS)
    @GetMapping("/participants/{id}/documents")
    String list(Actor actor, @PathVariable ParticipantId id, DocumentList.Query query, Model model) {
        model.addAttribute("page", list.page(actor, id, query));
        return "documents/list";
    }

    /** The list as a file: what is said of the documents, not the documents. */
    @Needs(Permission.DOCUMENTS)
    @GetMapping("/participants/{id}/documents/export")
    @Transactional
    public void export(
            Actor actor, @PathVariable ParticipantId id, DocumentList.Query query, HttpServletResponse response)
            throws IOException {
        List<DocumentList.Row> rows = list.all(actor, id, query);
        exports.register(actor, "documents", id.value(), String.valueOf(rows.size()));
        String title = texts.of("documents.tab");
        List<String> headings = COLUMNS.stream()
                .map(column -> texts.of("documents.column." + column))
                .toList();
        try (TableExport table = TableExport.begin(
                FileKind.XLSX, response, texts.of("documents.file-name") + "-" + words.today(), title, headings)) {
            for (DocumentList.Row row : rows) {
                table.row(
                        texts.of(row.kind()),
                        row.title(),
                        row.datedOn(),
                        row.addedAt().atZone(Words.ZONE).toLocalDate(),
                        row.by(),
                        row.type().name(),
                        row.size(),
                        row.number());
            }
        }
    }

    @Needs(Permission.DOCUMENTS)
    @GetMapping("/participants/{id}/documents/new")
    String begin(Actor actor, @PathVariable ParticipantId id, Model model) {
        model.addAttribute("page", pages.adding(actor, id));
        model.addAttribute("form", new DocumentForm(null, null, null, null, null, null, null));
        return "documents/add";
    }

    @Needs(Permission.DOCUMENTS)
    @PostMapping("/participants/{id}/documents/new")
    String add(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") DocumentForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        DocumentPages.FormPage page = pages.adding(actor, id);
        form.check(words.today(), errors);
        List<CheckedFile> files = uploads.check(form.chosen(), "files", errors);
        Attempt attempt = Attempt.of(errors, () -> documents.add(actor, id, form.text(), files));
        if (!attempt.isDone()) {
            attempt.answer(response);
            model.addAttribute("page", page);
            return "documents/add";
        }
        Flash.ok(texts.of("documents.added", files.size())).on(redirect);
        return "redirect:/participants/{id}/documents";
    }
}
