package nl.meedoen.webkit.refusal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what nobody caught, and what a filter refused before any handler was asked. */
@Controller
class AfterError implements ErrorController {

    private final BrokenPages pages;

    AfterError(BrokenPages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return pages.of(status, null, null, request, response);
    }
}
