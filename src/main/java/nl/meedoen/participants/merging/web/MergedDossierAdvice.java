package nl.meedoen.participants.merging.web;

import jakarta.servlet.http.HttpServletRequest;
import nl.meedoen.participants.MergedDossier;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Leads from a dossier that became part of another one to that one, whatever tab was asked for. */
@ControllerAdvice
@Order(-10)
class MergedDossierAdvice {

    private final Texts texts;

    MergedDossierAdvice(Texts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ModelAndView merged(MergedDossier gone, HttpServletRequest request) {
        boolean page = "GET".equals(request.getMethod());
        String path = page
                ? request.getRequestURI()
                        .substring(request.getContextPath().length())
                        .replace(gone.asked().toString(), gone.into().toString())
                : "/participants/" + gone.into();
        String sentence = texts.of(page ? "doubles.redirected" : "doubles.redirected-unsaved", gone.number());
        RequestContextUtils.getOutputFlashMap(request).put("flash", page ? Flash.ok(sentence) : Flash.warn(sentence));
        RequestContextUtils.getOutputFlashMap(request).setTargetRequestPath(request.getContextPath() + path);
        ModelAndView redirect = new ModelAndView("redirect:" + path);
        redirect.setStatus(HttpStatus.SEE_OTHER);
        return redirect;
    }
}
