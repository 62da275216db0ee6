package nl.meedoen.webkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A refusal is a page with the own menu and a way back; where a part was asked for, a notice above the page that stands. */
@MeedoenTest
class RefusalsTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    private MockHttpServletRequestBuilder request(String what) {
        return switch (what) {
            case "unknown" -> get("/participants/" + UUID.randomUUID());
            case "nowhere" -> get("/no/such/page");
            case "forbidden" -> get("/admin/accounts");
            case "method" -> post("/today");
            case "missing" -> post("/participants/" + village.amal + "/consents");
            default ->
                post("/participants/" + village.amal + "/consents/withdraw").param("purpose", "x");
        };
    }

    @ParameterizedTest
    @CsvSource({"unknown,404", "nowhere,404", "forbidden,403", "method,405", "missing,400", "rule,422"})
    void showsAPageWithTheOwnMenu(String what, int status) throws Exception {
        MockHttpServletResponse response = mvc.perform(request(what).with(village.as(Role.COORDINATOR)))
                .andReturn()
                .getResponse();
        String html = response.getContentAsString();
        Document page = Jsoup.parse(html);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(page.select("header .nav a[href=/participants], header .me")).hasSize(2);
        assertThat(page.select("main h1").text()).isNotBlank();
        assertThat(page.select("main .lede").text()).isNotBlank();
        assertThat(page.select("main .actions a[href=/]")).hasSize(1);
        assertThat(ValidHtml.check(html)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"unknown,404", "nowhere,404", "forbidden,403", "method,405", "missing,400", "rule,422"})
    void putsNoPageIntoAPage(String what, int status) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        request(what).header("HX-Request", "true").with(village.as(Role.COORDINATOR)))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getHeader("HX-Retarget")).isEqualTo("#refusal");
        assertThat(response.getHeader("HX-Reswap")).isEqualTo("innerHTML");
        assertThat(response.getContentAsString()).doesNotContain("<html", "<main", "<head");
        Document part = Jsoup.parse(response.getContentAsString());
        assertThat(part.select("body > [data-refusal] p"))
                .hasSize(2)
                .allMatch(line -> !line.text().isBlank());
    }

    @Test
    void saysInTheReadersWordsWhatIsInTheWay() throws Exception {
        String html = mvc.perform(request("rule")
                        .header("Referer", "http://localhost/participants/" + village.amal)
                        .header("Accept-Language", "en")
                        .with(village.as(Role.COORDINATOR)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Document page = Jsoup.parse(html);
        assertThat(page.select("main h1").text()).isEqualTo("This is not possible now");
        assertThat(page.select("main .actions a[href=/participants/" + village.amal + "]"))
                .hasSize(1);
    }

    @Test
    void aVisitorHasNoMenuAndCanSignIn() throws Exception {
        Document page = Jsoup.parse(
                mvc.perform(get("/no/such/page")).andReturn().getResponse().getContentAsString());
        assertThat(page.select("header .me")).isEmpty();
        assertThat(page.select("header a[href=/login]")).hasSize(1);
    }

    @Test
    void aPartThatWasSentTwiceShowsThePageAnew() throws Exception {
        String key = UUID.randomUUID().toString();
        for (String expected : new String[] {null, "true"}) {
            MockHttpServletResponse response = mvc.perform(post("/participants/" + village.amal + "/consents")
                            .param("purpose", "RESEARCH")
                            .param("language", "nl")
                            .param("on", village.today().toString())
                            .param("_key", key)
                            .header("HX-Request", "true")
                            .with(village.as(Role.COORDINATOR)))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus()).isLessThan(400);
            assertThat(response.getHeader("HX-Refresh")).isEqualTo(expected);
        }
    }
}
