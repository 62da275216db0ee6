package nl.meedoen.participants.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.CitizenNumber;
import nl.meedoen.participants.intake.BatchId;
import nl.meedoen.participants.intake.BatchState;
import nl.meedoen.participants.intake.ImportBatch;
import nl.meedoen.participants.intake.ImportJobs;
import nl.meedoen.participants.intake.Imports;
import nl.meedoen.participants.intake.file.RegistrationField;
import nl.meedoen.participants.intake.file.UnreadableFile;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bringing a file with registrations. */
@Controller
class ImportController {

    private final Imports imports;
    private final ImportJobs jobs;
    private final Texts texts;

    ImportController(Imports imports, ImportJobs jobs, Texts texts) {
        this.imports = imports;
        this.jobs = jobs;
        this.texts = texts;
    }

    /** What the first page shows besides the form. */
    record UploadPage(List<Imports.Earlier> earlier) {}

    @Needs(Permission.PARTICIPANTS_IMPORT)
    @GetMapping("/participants/import")
    String ask(Actor actor, Model model) {
        model.addAttribute("form", new UploadForm(null));
        return page(actor, model);
    }

    @Needs(Permission.PARTICIPANTS_IMPORT)
    @PostMapping("/participants/import")
    String receive(
            Actor actor,
            @ModelAttribute("form") UploadForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response)
            throws IOException {
        MultipartFile file = form.file();
        if (file == null || form.isEmpty()) {
            errors.rejectValue("file", "import.file-needed");
        } else if (CitizenNumber.looksLikeOne(form.name())) {
            errors.rejectValue("file", "import.name-with-citizen-number");
        } else {
            try {
                return received(actor, imports.receive(actor, form.name(), file.getBytes()), redirect);
            } catch (UnreadableFile wrong) {
                errors.rejectValue("file", wrong.code(), wrong.args().toArray(), null);
            }
        }
        response.setStatus(422);
        return page(actor, model);
    }

    private String received(Actor actor, Imports.Received received, RedirectAttributes redirect) {
        BatchId id = received.id();
        ImportBatch batch = imports.batch(actor, id);
        if (received.waiting()) {
            Flash.warn(texts.of("import.was-waiting")).on(redirect);
        } else if (knowsEnough(batch)) {
            jobs.check(actor, id);
        }
        boolean ask = batch.state() == BatchState.COLUMNS && !knowsEnough(batch);
        return "redirect:/participants/import/" + id + (ask ? "/columns" : "");
    }

    private static boolean knowsEnough(ImportBatch batch) {
        return batch.mapping().hasName() && batch.mapping().fields().contains(RegistrationField.MUNICIPALITY);
    }

    /** An example in the reader's language, to fill in. */
    @Needs(Permission.PARTICIPANTS_IMPORT)
    @GetMapping("/participants/import/example.csv")
    ResponseEntity<byte[]> example() throws IOException {
        boolean dutch = "nl".equals(LocaleContextHolder.getLocale().getLanguage());
        String name = dutch ? "aanmeldingen.csv" : "registrations.csv";
        String text = new ClassPathResource("intake/" + name).getContentAsString(StandardCharsets.UTF_8);
        return Download.of(name, "text/csv;charset=UTF-8", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    }

    @Needs(Permission.PARTICIPANTS_IMPORT)
    @PostMapping("/participants/import/{batch}/discard")
    String discard(Actor actor, @PathVariable BatchId batch, RedirectAttributes redirect) {
        imports.discard(actor, batch);
        Flash.ok(texts.of("import.discarded")).on(redirect);
        return "redirect:/participants/import";
    }

    private String page(Actor actor, Model model) {
        model.addAttribute("page", new UploadPage(imports.earlier(actor)));
        return "participants/import/upload";
    }

    /** A file as an answer that no cache keeps. */
    static final class Download {

        private Download() {}

        static ResponseEntity<byte[]> of(String name, String mediaType, byte[] content) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, mediaType)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            org.springframework.http.ContentDisposition.attachment()
                                    .filename(name, StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(content);
        }
    }
}
