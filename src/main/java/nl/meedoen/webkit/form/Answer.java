package nl.meedoen.webkit.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.meedoen.webkit.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a handler answers to a form that was sent: the form again with what is wrong, or another page with a banner. Every
 * handler may have it as a parameter.
 */
public final class Answer {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Model model;
    private final RedirectAttributes redirect;

    Answer(HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes redirect) {
        this.request = request;
        this.response = response;
        this.model = model;
        this.redirect = redirect;
    }

    /** What the form carried beside its boxes, such as the button that was used; null where it did not. */
    public @Nullable String sent(String name) {
        return request.getParameter(name);
    }

    /** Adds what the page of the form shows. */
    public Answer with(String name, @Nullable Object value) {
        model.addAttribute(name, value);
        return this;
    }

    /** Shows this form, with what is wrong at its fields, and not the one that was bound. */
    public Answer showing(Object form, BindingResult errors) {
        SentForm.show(model, form, errors);
        return this;
    }

    /** Shows this form, in which nothing is wrong: what was typed, with the version that somebody else made. */
    public Answer anew(Object form) {
        return showing(form, new BeanPropertyBindingResult(form, "form"));
    }

    /** The form again, with the status that says why. Returns the page's template. */
    public String again(Attempt attempt, String template) {
        attempt.answer(response);
        return template;
    }

    /** The form again, with a rule that said no or a box that holds nothing sensible. Returns the page's template. */
    public String again(String template) {
        return again(Attempt.REFUSED, template);
    }

    /**
     * On to another page, which begins with this banner.
     *
     * @param address may hold names of the path's variables, as in {@code /participants/{id}}
     */
    public String go(Flash flash, String address) {
        return says(flash, "redirect:" + address);
    }

    /** With this banner, in place of one that was set before, on the page that follows. Returns what was given. */
    public String says(Flash flash, String view) {
        flash.on(redirect);
        return view;
    }

    /** For what makes more than one page of a room. */
    public Model model() {
        return model;
    }
}
