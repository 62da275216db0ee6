package nl.meedoen.support;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A browser: it keeps cookies, takes the form token from a page, and signs in as a person does. */
public final class Visitor {

    private final MockMvc mvc;
    private final String address;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    /** @param address the network address that it comes from */
    public Visitor(MockMvc mvc, String address) {
        this.mvc = mvc;
        this.address = address;
    }

    public MockHttpServletResponse open(String path) throws Exception {
        return answer(get(java.net.URI.create(path)));
    }

    public Document page(String path) throws Exception {
        return Jsoup.parse(open(path).getContentAsString());
    }

    /** Sends a form with the token that the page at {@code from} gives; name and value of each box in turn. */
    public MockHttpServletResponse send(String from, String path, String... pairs) throws Exception {
        String token = page(from).select("input[name=_csrf]").val();
        MockHttpServletRequestBuilder request = post(java.net.URI.create(path)).param("_csrf", token);
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return answer(request);
    }

    /** Sends a form without a token. */
    public MockHttpServletResponse sendBare(String path, String... pairs) throws Exception {
        MockHttpServletRequestBuilder request = post(java.net.URI.create(path));
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return answer(request);
    }

    /** Fills in the sign-in form; the page where it leads. */
    public String signIn(String email, String password) throws Exception {
        MockHttpServletResponse response = send("/login", "/login", "email", email, "password", password);
        return Objects.requireNonNullElse(response.getRedirectedUrl(), "status " + response.getStatus());
    }

    public Map<String, Cookie> cookies() {
        return cookies;
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        MockHttpServletResponse response = mvc.perform(
                        request.locale(Locale.ENGLISH).with(incoming -> {
                            incoming.setRemoteAddr(address);
                            return incoming;
                        }))
                .andReturn()
                .getResponse();
        for (Cookie cookie : response.getCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
        return response;
    }
}
