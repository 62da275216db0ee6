package nl.meedoen.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.meedoen.access.ActingAs;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A thread serves many people: whatever happens in a request, the next one on it begins as nobody. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NobodyLeftBehind extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ActingAs.end();
        try {
            chain.doFilter(request, response);
        } finally {
            ActingAs.end();
        }
    }
}
