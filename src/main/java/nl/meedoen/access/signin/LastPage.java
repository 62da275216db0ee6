package nl.meedoen.access.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Remembers in a cookie which page somebody wanted before signing in, so that no session is made for it. Only a path of
 * this site is kept and followed: whatever else stands in the cookie leads to the first page (ASVS 3.7.2).
 */
@Component
class LastPage {

    /** What an address may be made of (RFC 3986); two slashes in front would be the name of another site. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?!/)[A-Za-z0-9\\-._~:/?@!$&'()*+,;=%\\[\\]]*");

    /** Browsers drop a cookie of more than four kilobytes. */
    private static final int LONGEST = 2000;

    private final String name;
    private final boolean https;

    LastPage(@Value("${meedoen.address}") String address) {
        https = address.startsWith("https://");
        name = https ? "__Host-meedoen-wanted" : "meedoen-wanted";
    }

    /** Keeps the page of this request for after the sign-in. */
    void remember(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String path = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        if (path.length() <= LONGEST) {
            byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
            response.addCookie(cookie(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), -1));
        }
    }

    /** The page that was wanted, once; null where there is none or it is not one of ours. */
    @Nullable
    String take(HttpServletRequest request, HttpServletResponse response) {
        Cookie kept = WebUtils.getCookie(request, name);
        if (kept == null) {
            return null;
        }
        response.addCookie(cookie("", 0));
        try {
            String path = new String(Base64.getUrlDecoder().decode(kept.getValue()), StandardCharsets.UTF_8);
            return OWN_PATH.matcher(path).matches() ? path : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private Cookie cookie(String value, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(https);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
