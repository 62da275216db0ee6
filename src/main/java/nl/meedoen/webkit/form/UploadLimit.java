package nl.meedoen.webkit.form;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A file that is larger than we take is not read at all, and with it the form's token is not read either. So that nobody
 * is told that they may not do this, the form's own page is asked for instead, and {@link TooLargeAtField} says there
 * what is wrong. The limit is {@code spring.servlet.multipart.max-file-size}.
 */
@Component("uploadLimit")
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class UploadLimit extends OncePerRequestFilter {

    /** Attribute of a request whose body was too large: how many megabytes are taken. */
    public static final String EXCEEDED = UploadLimit.class.getName();

    private final DataSize limit;

    /** @param limit of a form with its files */
    public UploadLimit(@Value("${spring.servlet.multipart.max-file-size}") DataSize limit) {
        this.limit = limit;
    }

    /** How large a form with its files may be, in megabytes of 1024 kilobytes. */
    public long megabytes() {
        return limit.toMegabytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean upload = type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
        if (!upload || request.getContentLengthLong() <= limit.toBytes()) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(EXCEEDED, megabytes());
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        chain.doFilter(new AsGet(request), response);
    }

    private static final class AsGet extends HttpServletRequestWrapper {
        AsGet(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name)
                    ? Collections.emptyEnumeration()
                    : super.getHeaders(name);
        }

        // the server would look for parameters in the body that it does not take

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
