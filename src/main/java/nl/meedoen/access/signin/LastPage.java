package nl.meedoen.access.signin;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/** Remembers in a cookie which page somebody wanted before signing in, so that no session is made for it. */
@Configuration(proxyBeanMethods = false)
class LastPage {

    @Bean
    CookieRequestCache lastPageCookie(@Value("${meedoen.address}") String address) {
        CookieRequestCache cache = new CookieRequestCache();
        cache.setCookieCustomizer(cookie -> {
            cookie.setHttpOnly(true);
            cookie.setSecure(address.startsWith("https://"));
            cookie.setAttribute("SameSite", "Lax");
        });
        return cache;
    }
}
