package nl.meedoen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import nl.meedoen.support.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What every answer tells the browser, and what the address never holds. */
@MeedoenTest
class HeadersTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    private MockHttpServletResponse open(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse();
    }

    @Test
    void everyPageCarriesThePolicy() throws Exception {
        MockHttpServletResponse coordinator = mvc.perform(get("/coaches").with(village.as(Role.COORDINATOR)))
                .andReturn()
                .getResponse();
        MockHttpServletResponse refused = mvc.perform(get("/admin/accounts").with(village.as(Role.COACH)))
                .andReturn()
                .getResponse();
        for (MockHttpServletResponse response :
                List.of(open("/login"), coordinator, refused, open("/help"), open("/no-such-page"))) {
            assertThat(response.getHeader("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                            + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                            + "frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'");
            assertThat(response.getHeader("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(response.getHeader("Permissions-Policy"))
                    .contains("camera=()", "microphone=()", "geolocation=()");
            assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(response.getHeader("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void overHttpsTheBrowserIsToldToStayThere() throws Exception {
        MockHttpServletResponse response =
                mvc.perform(get("/login").secure(true)).andReturn().getResponse();
        assertThat(response.getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000 ; includeSubDomains");
    }

    @Test
    void assetsHaveTheirContentInTheirAddressAndAYear() throws Exception {
        Document page = Jsoup.parse(open("/login").getContentAsString());
        List<String> assets = page.select("link[rel=stylesheet], script[src]").stream()
                .map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href"))
                .toList();
        assertThat(assets)
                .isNotEmpty()
                .allMatch(path -> path.matches("/assets/.+-[0-9a-f]{32}\\.(css|js)|/webjars/.+"));
        for (String asset : assets) {
            MockHttpServletResponse response = open(asset);
            assertThat(response.getStatus()).as(asset).isEqualTo(200);
            assertThat(response.getHeader("Cache-Control")).as(asset).contains("max-age=31536000");
        }
    }

    @Test
    void theSessionIsNeverInAnAddress() throws Exception {
        Visitor visitor = new Visitor(mvc, "198.18.0.1");
        visitor.signIn("coordinator@village.example", Village.PASSWORD);
        Document page = visitor.page("/coaches");
        for (Element element : page.select("[href], [action], [src]")) {
            assertThat(element.outerHtml()).doesNotContain("jsessionid").doesNotContain("meedoen=");
        }
        assertThat(new Visitor(mvc, "198.18.0.2")
                        .open("/coaches;jsessionid=abc")
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void theOpenPagesAreValidAndWhole() throws Exception {
        for (String language : List.of("nl", "en")) {
            for (String path : List.of("/login", "/forgot", "/help", "/privacy", "/accessibility", "/password/x")) {
                String html = mvc.perform(get(path).locale(java.util.Locale.forLanguageTag(language)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
                assertThat(html).as(path).doesNotContain("??");
                assertThat(ValidHtml.check(html)).as(path).isEmpty();
            }
        }
    }

    @Test
    void whoFindsALeakReadsWhereToReportIt() throws Exception {
        MockHttpServletResponse response = open("/.well-known/security.txt");
        assertThat(response.getContentType()).startsWith("text/plain");
        assertThat(response.getContentAsString())
                .contains("Contact: http")
                .containsPattern("Expires: \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")
                .contains("Canonical: http://localhost:8080/.well-known/security.txt");
    }

    @Test
    void ofTheActuatorOnlyHealthIsOpen() throws Exception {
        assertThat(open("/actuator/health").getContentAsString()).isEqualTo("{\"status\":\"UP\"}");
        for (String path : List.of("/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump")) {
            assertThat(open(path).getStatus()).as(path).isEqualTo(404);
        }
    }
}
