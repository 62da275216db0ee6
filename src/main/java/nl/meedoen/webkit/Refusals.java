package nl.meedoen.webkit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** The one place where a refusal becomes a page. */
@ControllerAdvice
@Order(0)
class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final Texts texts;

    Refusals(Texts texts) {
        this.texts = texts;
    }

    /** A text in the address that is not an id is answered like an id that does not exist. */
    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    ModelAndView notFound() {
        return page("error/404", HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ModelAndView ruleBroken(RuleBroken refusal, HttpServletRequest request) {
        return page("error/422", HttpStatus.valueOf(422))
                .addObject("sentence", texts.of(refusal.code(), refusal.args()))
                .addObject("back", back(request));
    }

    @ExceptionHandler({StaleVersion.class, OptimisticLockingFailureException.class})
    ModelAndView stale(HttpServletRequest request) {
        return page("error/409", HttpStatus.CONFLICT).addObject("back", back(request));
    }

    /** The first copy of the form was saved; the sender is shown the page as it now stands. */
    @ExceptionHandler
    ModelAndView alreadySaved(AlreadySaved twice, HttpServletRequest request) {
        ModelAndView redirect = new ModelAndView("redirect:" + back(request));
        redirect.setStatus(HttpStatus.SEE_OTHER);
        return redirect;
    }

    @ExceptionHandler({
        CannotGetJdbcConnectionException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessResourceException.class,
        QueryTimeoutException.class,
        TransactionException.class
    })
    ModelAndView databaseGone(Exception cause, HttpServletResponse response) {
        log.error("The database does not answer: {}", cause.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, WithoutDatabase.SECONDS);
        return page("error/503", HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static ModelAndView page(String view, HttpStatus status) {
        ModelAndView page = new ModelAndView(view);
        page.setStatus(status);
        return page;
    }

    /** The page that the form stood on, as a path of ours; never another site. */
    private static String back(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        if (referer == null) {
            return "/";
        }
        try {
            URI uri = URI.create(referer);
            boolean ours = request.getServerName().equalsIgnoreCase(uri.getHost());
            String path = uri.getRawPath();
            if (!ours || path == null || !path.startsWith("/") || path.startsWith("//")) {
                return "/";
            }
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }
}
