package nl.meedoen.plans.cv;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import nl.meedoen.access.Anyone;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What an employer sees: the paper behind a secret address, and no way to anything else. */
@Controller
class SharedCvController {

    /** What the page shows. */
    record SharedPage(String secret, CvPaper paper, CvLayout layout, CvLanguage language) {}

    private final CvLinks links;
    private final CvPdf pdf;
    private final Texts texts;

    SharedCvController(CvLinks links, CvPdf pdf, Texts texts) {
        this.links = links;
        this.pdf = pdf;
        this.texts = texts;
    }

    @Anyone
    @GetMapping("/cv/{secret}")
    String show(
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String language,
            Locale reader,
            HttpServletResponse response,
            Model model) {
        CvFile file = links.open(secret);
        CvLanguage shown = language == null ? CvLanguage.of(reader) : CvLanguage.asked(language);
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("page", new SharedPage(secret, file.in(shown), file.layout(), shown));
        return "plans/cv/shared";
    }

    @Anyone
    @GetMapping("/cv/{secret}/{language}.pdf")
    ResponseEntity<byte[]> file(@PathVariable String secret, @PathVariable String language) {
        CvLanguage wanted = CvLanguage.asked(language);
        CvFile file = links.open(secret);
        return CvFiles.answer(pdf.write(file.in(wanted), file.layout(), wanted), texts.of("cv.file"), wanted);
    }
}
