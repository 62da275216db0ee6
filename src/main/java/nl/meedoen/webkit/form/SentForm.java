package nl.meedoen.webkit.form;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** What every handler of a form that was sent does alike. */
public final class SentForm {

    private SentForm() {}

    /** Shows the form again with what is wrong; the caller adds what else the page needs. Returns the page's template. */
    public static String again(
            String template, Model model, Object form, BindingResult errors, HttpServletResponse response) {
        show(model, form, errors);
        Attempt.REFUSED.answer(response);
        return template;
    }

    /** Spring leaves a form out of the model where a box could not be read, and takes the errors along. */
    public static void show(Model model, Object form, BindingResult errors) {
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
    }

    /** The version that a form carries; a form without one is as old as can be. */
    public static long version(@Nullable Long version) {
        return version == null ? -1 : version;
    }
}
