package nl.meedoen.webkit.refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import nl.meedoen.webkit.AlreadySaved;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.TooMuch;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The one place where a refusal becomes a page. */
@ControllerAdvice
@Order(0)
class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final BrokenPages pages;
    private final Texts texts;
    private final Words words;
    private final Clock clock;

    Refusals(BrokenPages pages, Texts texts, Words words, Clock clock) {
        this.pages = pages;
        this.texts = texts;
        this.words = words;
        this.clock = clock;
    }

    /** A text in the address that is not an id is answered like an id that does not exist. */
    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    ModelAndView notFound(HttpServletRequest request, HttpServletResponse response) {
        return pages.of(404, null, null, request, response);
    }

    @ExceptionHandler
    ModelAndView ruleBroken(RuleBroken refusal, HttpServletRequest request, HttpServletResponse response) {
        String sentence = texts.of(refusal.code(), refusal.args());
        return pages.of(422, sentence, back(request), request, response);
    }

    /** Says from when on it works again, to people and to programs. */
    @ExceptionHandler
    ModelAndView tooMuch(TooMuch refusal, HttpServletRequest request, HttpServletResponse response) {
        Instant until = refusal.until().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        String from = words.time(LocalTime.ofInstant(until, Words.ZONE));
        return pages.of(429, texts.of(refusal.code(), from), null, request, response);
    }

    @ExceptionHandler({StaleVersion.class, OptimisticLockingFailureException.class})
    ModelAndView stale(HttpServletRequest request, HttpServletResponse response) {
        return pages.of(409, null, back(request), request, response);
    }

    /** What Spring itself refuses: no such page or method, no permission, a request that misses something. */
    @ExceptionHandler({
        ErrorResponseException.class,
        ServletRequestBindingException.class,
        MethodArgumentNotValidException.class,
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeException.class,
        MaxUploadSizeExceededException.class
    })
    ModelAndView refused(Exception cause, HttpServletRequest request, HttpServletResponse response) {
        ErrorResponse refusal = (ErrorResponse) cause;
        refusal.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        return pages.of(refusal.getStatusCode().value(), null, null, request, response);
    }

    /** The first copy of the form was saved; the sender is shown the page as it now stands. */
    @ExceptionHandler
    Object alreadySaved(AlreadySaved twice, HttpServletRequest request) {
        if (request.getHeader("HX-Request") != null) {
            return ResponseEntity.noContent().header("HX-Refresh", "true").build();
        }
        ModelAndView redirect = new ModelAndView("redirect:" + Objects.requireNonNullElse(back(request), "/"));
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
    ModelAndView databaseGone(Exception cause, HttpServletRequest request, HttpServletResponse response) {
        log.error("The database does not answer: {}", cause.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, WithoutDatabase.SECONDS);
        return pages.of(503, null, null, request, response);
    }

    /** The page that the form stood on, as a path of ours; never another site. Null where the browser does not say. */
    private static @Nullable String back(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        if (referer == null) {
            return null;
        }
        try {
            URI uri = URI.create(referer);
            boolean ours = request.getServerName().equalsIgnoreCase(uri.getHost());
            String path = uri.getRawPath();
            if (!ours || path == null || !path.startsWith("/") || path.startsWith("//")) {
                return null;
            }
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
