package nl.meedoen.factors.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What goes on alike whichever second step is added. */
@Component
class Adding {

    private final Guest guest;
    private final ShownCodes shown;
    private final Texts texts;

    Adding(Guest guest, ShownCodes shown, Texts texts) {
        this.guest = guest;
        this.shown = shown;
        this.texts = texts;
    }

    /**
     * Adds it, unless the form has errors already.
     *
     * @param refusal what is said at the field where it could not be added
     * @param work returns the recovery codes that were made with it, or nothing where it could not be added
     */
    static Optional<List<String>> of(
            Errors errors, String field, String refusal, Supplier<Optional<List<String>>> work) {
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        Optional<List<String>> codes = work.get();
        if (codes.isEmpty()) {
            errors.rejectValue(field, refusal);
        }
        return codes;
    }

    /** Goes on as somebody who has it. */
    String done(
            Guest.Here here,
            List<String> codes,
            String said,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        guest.changed(here, request, response);
        return show(here, codes, said, redirect, request);
    }

    /** Shows codes that were just made, or goes back to the overview where none were. */
    String show(
            Guest.Here here, List<String> codes, String said, RedirectAttributes redirect, HttpServletRequest request) {
        shown.keep(here.account(), codes, request);
        Flash.ok(texts.of(said)).on(redirect);
        return codes.isEmpty() ? "redirect:/account/second-step" : "redirect:/account/second-step/codes";
    }
}
