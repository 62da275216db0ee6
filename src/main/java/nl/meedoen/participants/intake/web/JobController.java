package nl.meedoen.participants.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.participants.intake.BatchId;
import nl.meedoen.participants.intake.ImportBatch;
import nl.meedoen.participants.intake.ImportJobs;
import nl.meedoen.participants.intake.ImportRows;
import nl.meedoen.participants.intake.Imports;
import nl.meedoen.participants.intake.file.ErrorFile;
import nl.meedoen.participants.intake.file.RegistrationRow;
import nl.meedoen.privacy.Exports;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Starting the job that reads a file in, seeing how far it is, and taking home what could not be read in. */
@Controller
class JobController {

    private final Imports imports;
    private final ImportRows rows;
    private final ImportJobs jobs;
    private final RowWords rowWords;
    private final Exports exports;
    private final Texts texts;

    JobController(Imports imports, ImportRows rows, ImportJobs jobs, RowWords rowWords, Exports exports, Texts texts) {
        this.imports = imports;
        this.rows = rows;
        this.jobs = jobs;
        this.rowWords = rowWords;
        this.exports = exports;
        this.texts = texts;
    }

    @Needs(Permission.PARTICIPANTS_IMPORT)
    @PostMapping("/participants/import/{batch}/run")
    String run(Actor actor, @PathVariable BatchId batch, RedirectAttributes redirect) {
        boolean started = jobs.start(actor, batch);
        if (!started && !imports.batch(actor, batch).isBusy()) {
            Flash.warn(texts.of("import.nothing-ready")).on(redirect);
        }
        return "redirect:/participants/import/" + batch + "/progress";
    }

    @Needs(Permission.PARTICIPANTS_IMPORT)
    @GetMapping("/participants/import/{batch}/progress")
    String progress(
            Actor actor,
            @PathVariable BatchId batch,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ImportBatch found = imports.batch(actor, batch);
        boolean part = "true".equals(request.getHeader("HX-Request"));
        if (!found.isBusy()) {
            String result = "/participants/import/" + batch;
            if (!part) return "redirect:" + result;
            response.setHeader("HX-Redirect", request.getContextPath() + result);
        }
        model.addAttribute("page", found);
        return part ? "participants/import/progress :: job" : "participants/import/progress";
    }

    @Needs(Permission.PARTICIPANTS_IMPORT)
    @GetMapping("/participants/import/{batch}/errors")
    @Transactional
    public ResponseEntity<byte[]> errors(Actor actor, @PathVariable BatchId batch) {
        ImportBatch found = imports.batch(actor, batch);
        List<RegistrationRow> wrong = rows.forSender(found);
        byte[] file =
                ErrorFile.write(found.format(), found.headings(), wrong, texts.of("import.reason"), rowWords::sentence);
        exports.register(actor, "import", batch.value(), String.valueOf(wrong.size()));
        String base = found.fileName().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        return ImportController.Download.of(
                base + "-" + texts.of("import.errors-name") + "."
                        + found.format().extension(),
                found.format().mediaType(),
                file);
    }
}
