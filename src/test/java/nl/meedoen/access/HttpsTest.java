package nl.meedoen.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import nl.meedoen.support.TestFolder;
import nl.meedoen.support.Village;
import nl.meedoen.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What changes where the address begins with https, behind a proxy that does not say so. */
@SpringBootTest(properties = {"meedoen.data=" + TestFolder.DATA, "meedoen.address=https://meedoen.example"})
@AutoConfigureMockMvc
@Import(Village.class)
class HttpsTest {

    @Autowired
    MockMvc mvc;

    @Test
    void everyCookieIsBoundToTheHostAndToHttps() throws Exception {
        Visitor visitor = new Visitor(mvc, "203.0.113.77");
        visitor.open("/coaches?view=trainers");
        assertThat(visitor.cookies()).containsKey("__Host-meedoen-wanted");
        all(visitor);
        visitor.send("/login", "/language", "language", "en", "back", "/login");
        assertThat(visitor.cookies()).containsKey("__Host-meedoen-language");
        assertThat(visitor.signIn("coordinator@village.example", Village.PASSWORD))
                .isEqualTo("/coaches?view=trainers");
        assertThat(visitor.open("/account").getStatus()).isEqualTo(200);
        assertThat(visitor.cookies())
                .containsOnlyKeys("__Host-meedoen", "__Host-meedoen-form", "__Host-meedoen-language");
        all(visitor);
    }

    private static void all(Visitor visitor) {
        for (Cookie cookie : visitor.cookies().values()) {
            assertThat(cookie.getName()).startsWith("__Host-");
            assertThat(cookie.getSecure()).as(cookie.getName()).isTrue();
            assertThat(cookie.isHttpOnly()).as(cookie.getName()).isTrue();
            assertThat(cookie.getPath()).as(cookie.getName()).isEqualTo("/");
            assertThat(cookie.getDomain()).as(cookie.getName()).isNull();
            assertThat(cookie.getAttribute("SameSite")).as(cookie.getName()).isEqualTo("Lax");
        }
    }

    @Test
    void theBrowserIsToldToStayThereWhateverTheProxySays() throws Exception {
        MockHttpServletResponse response = new Visitor(mvc, "203.0.113.78").open("/login");
        assertThat(response.getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000 ; includeSubDomains");
    }

    @Test
    void theAddressForLeaksIsOnHttps() throws Exception {
        assertThat(new Visitor(mvc, "203.0.113.79")
                        .open("/.well-known/security.txt")
                        .getContentAsString())
                .contains(
                        "Contact: https://meedoen.example/",
                        "Canonical: https://meedoen.example/.well-known/security.txt");
    }
}
