package nl.meedoen.webkit.refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import nl.meedoen.webkit.PageAdvice;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.UploadLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says what went wrong: on a page of its own with the menu of whoever is signed in, or, where htmx asked for a part of a
 * page, in a notice above the page that stands.
 */
@Component
class BrokenPages {

    /** What has sentences of its own, and the picture with them. */
    private static final Map<Integer, String> ICONS = Map.of(
            403, "lock", 404, "search", 409, "users", 413, "stop", 422, "stop", 429, "clock", 500, "alert", 503,
            "clock");

    private final PageAdvice advice;
    private final Texts texts;

    BrokenPages(PageAdvice advice, Texts texts) {
        this.advice = advice;
        this.texts = texts;
    }

    /** @param sentence what is in the way, where there is more to say than belongs to the status */
    ModelAndView of(
            int wanted,
            @Nullable String sentence,
            @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        int status = request.getAttribute(UploadLimit.EXCEEDED) == null ? wanted : 413;
        String code = "webkit.broken." + (ICONS.containsKey(status) ? String.valueOf(status) : "other");
        String usual = texts.of(code + ".text");
        boolean part = request.getHeader("HX-Request") != null;
        ModelAndView page = new ModelAndView(
                part ? "error/notice :: notice" : status == 503 ? "error/plain" : "error/page",
                HttpStatusCode.valueOf(status));
        page.addObject("icon", ICONS.getOrDefault(status, "alert"))
                .addObject("heading", texts.of(code + ".title"))
                .addObject("sentence", sentence == null ? usual : sentence)
                .addObject("more", sentence == null ? null : usual)
                .addObject("back", back);
        if (part) {
            response.setHeader("HX-Retarget", "#refusal");
            response.setHeader("HX-Reswap", "innerHTML");
            response.setHeader("HX-Reselect", "unset");
        } else if (status != 503) {
            page.addObject("shell", advice.shell(request)).addObject("requestPath", advice.requestPath(request));
        }
        return page;
    }
}
