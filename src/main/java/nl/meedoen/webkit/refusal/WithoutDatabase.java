package nl.meedoen.webkit.refusal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Objects;
import nl.meedoen.webkit.WebConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Admits that the database is gone where the session is read or written, which happens outside the pages: their
 * exceptions pass {@link Refusals} by. The page that says so is made without looking for the session once more.
 */
@Configuration(proxyBeanMethods = false)
class WithoutDatabase {

    /** How long a browser or a proxy waits before it tries again. */
    static final String SECONDS = "5";

    private static final Logger log = LoggerFactory.getLogger(WithoutDatabase.class);

    @Bean
    static FilterRegistrationBean<HttpFilter> admitThatTheDatabaseIsGone() {
        FilterRegistrationBean<HttpFilter> registration = new FilterRegistrationBean<>(new Admission());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

    private static final class Admission extends HttpFilter {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                chain.doFilter(isOurErrorPage(request) ? new Stranger(request) : request, response);
            } catch (ServletException | RuntimeException e) {
                if (response.isCommitted() || !isGone(e)) {
                    throw e;
                }
                log.error("The database does not answer: {}", e.getMessage());
                response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        }

        private static boolean isOurErrorPage(HttpServletRequest request) {
            return request.getDispatcherType() == DispatcherType.ERROR
                    && Objects.equals(
                            request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE),
                            HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }

        private static boolean isGone(Throwable thrown) {
            for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof DataAccessResourceFailureException
                        || cause instanceof CannotCreateTransactionException
                        || cause instanceof SQLTransientConnectionException) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A request without the cookie of a session, so that none is looked for. */
    private static final class Stranger extends HttpServletRequestWrapper {

        private Stranger(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            Cookie[] cookies = super.getCookies();
            return cookies == null
                    ? null
                    : Arrays.stream(cookies)
                            .filter(cookie -> cookie.getName().endsWith(WebConfiguration.LANGUAGE))
                            .toArray(Cookie[]::new);
        }
    }
}
