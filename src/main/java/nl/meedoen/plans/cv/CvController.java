package nl.meedoen.plans.cv;

import static nl.meedoen.access.Permission.PLAN_EDIT;
import static nl.meedoen.access.Permission.PLAN_VIEW;

import jakarta.validation.Valid;
import java.util.Locale;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import nl.meedoen.webkit.form.SentForm;
import nl.meedoen.webkit.view.QrCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The curriculum vitae of a participant: what may be on it, the file, and the address for employers. */
@Controller
class CvController {

    private static final String PATH = "/participants/{id}/cv";
    private static final String CHOOSE = "plans/cv/choose";

    private final CvPages pages;
    private final Cvs cvs;
    private final CvLinks links;
    private final Texts texts;

    CvController(CvPages pages, Cvs cvs, CvLinks links, Texts texts) {
        this.pages = pages;
        this.cvs = cvs;
        this.links = links;
        this.texts = texts;
    }

    @Needs(PLAN_VIEW)
    @GetMapping(PATH)
    String show(
            @PathVariable ParticipantId id,
            @RequestParam(required = false) @Nullable String language,
            Locale reader,
            Actor actor,
            Model model) {
        return show(id, language == null ? CvLanguage.of(reader) : CvLanguage.asked(language), null, actor, model);
    }

    private String show(ParticipantId id, CvLanguage language, @Nullable String refused, Actor actor, Model model) {
        model.addAttribute("page", pages.page(actor, id, language));
        model.addAttribute("refused", refused);
        return "plans/cv/page";
    }

    @Needs(PLAN_EDIT)
    @GetMapping(PATH + "/parts")
    String begin(@PathVariable ParticipantId id, Actor actor, Model model) {
        model.addAttribute("form", CvForm.of(pages.newest(actor, id)));
        model.addAttribute("page", pages.choosing(actor, id, null));
        return CHOOSE;
    }

    @Needs(PLAN_EDIT)
    @PostMapping(PATH)
    String choose(
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") CvForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        Attempt attempt =
                Attempt.of(errors, () -> cvs.choose(actor, id, SentForm.version(form.version()), form.text()));
        if (attempt.isDone()) {
            return answer.go(Flash.ok(texts.of("cv.saved")), CvPage.back(id));
        }
        CvVersion theirs = attempt.isStale() ? pages.newest(actor, id) : null;
        answer.with("page", pages.choosing(actor, id, theirs));
        return (theirs == null ? answer.showing(form, errors) : answer.anew(form.at(theirs.number())))
                .again(attempt, CHOOSE);
    }

    @Needs(PLAN_VIEW)
    @GetMapping(PATH + "/{language}.pdf")
    ResponseEntity<byte[]> file(@PathVariable ParticipantId id, @PathVariable String language, Actor actor) {
        CvLanguage wanted = CvLanguage.asked(language);
        return CvFiles.answer(pages.file(actor, id, wanted), texts.of("cv.file"), wanted);
    }

    /** Makes the address, or puts the paper of now behind it. */
    @Needs(PLAN_EDIT)
    @PostMapping(PATH + "/link")
    String publish(@PathVariable ParticipantId id, Locale reader, Actor actor, Answer answer) {
        try {
            cvs.publish(actor, id);
        } catch (RuleBroken refused) {
            return answer.again(
                    Attempt.REFUSED, show(id, CvLanguage.of(reader), texts.of(refused.code()), actor, answer.model()));
        }
        return answer.go(Flash.ok(texts.of("cv.link-made")), CvPage.back(id));
    }

    @Needs(PLAN_EDIT)
    @PostMapping(PATH + "/link/end")
    String end(@PathVariable ParticipantId id, Actor actor, Answer answer) {
        links.end(actor, id);
        return answer.go(Flash.ok(texts.of("cv.link-ended")), CvPage.back(id));
    }

    @Needs(PLAN_VIEW)
    @GetMapping(value = PATH + "/qr.svg", produces = "image/svg+xml")
    ResponseEntity<String> qr(@PathVariable ParticipantId id, Actor actor) {
        String address = pages.address(actor, id);
        if (address == null) {
            throw new NotFound();
        }
        return ResponseEntity.ok(QrCode.svg(address));
    }
}
