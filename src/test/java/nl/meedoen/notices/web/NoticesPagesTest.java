package nl.meedoen.notices.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.notices.digest.StopLinks;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Choosing how often mail comes, and stopping it from the mail. */
@MeedoenTest
class NoticesPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    StopLinks links;

    private AccountId reader;

    @BeforeEach
    void aReader() {
        reader = village.account(Role.COACH, "mail" + UUID.randomUUID(), village.alpha, Village.OWN_MUNICIPALITY);
    }

    private String chosen() throws Exception {
        String html = mvc.perform(get("/account/notices").with(village.signIn(reader)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(ValidHtml.check(html)).noneMatch(finding -> !finding.contains("Trailing slash"));
        Document page = Jsoup.parse(html);
        return page.select("input[name=rhythm][checked]").val();
    }

    @Test
    void itIsWeeklyUntilOneChooses() throws Exception {
        assertThat(chosen()).isEqualTo("WEEKLY");
        mvc.perform(post("/account/notices").with(village.signIn(reader)).param("rhythm", "DAILY"));
        assertThat(chosen()).isEqualTo("DAILY");
        mvc.perform(post("/account/notices").with(village.signIn(reader)).param("rhythm", "HOURLY"));
        assertThat(chosen()).isEqualTo("DAILY");
    }

    @Test
    void onePressInTheMailProgramStopsItWithoutSigningInAndLookingDoesNot() throws Exception {
        URI stop = URI.create(links.of(reader).replaceFirst("^https?://[^/]+", ""));
        MockHttpServletResponse asked = mvc.perform(get(stop)).andReturn().getResponse();
        assertThat(asked.getStatus()).isEqualTo(200);
        assertThat(ValidHtml.check(asked.getContentAsString()))
                .noneMatch(finding -> !finding.contains("Trailing slash"));
        assertThat(Jsoup.parse(asked.getContentAsString())
                        .select("form[action='" + stop + "'] button[name=List-Unsubscribe]")
                        .val())
                .isEqualTo("One-Click");
        assertThat(chosen()).isEqualTo("WEEKLY");
        MockHttpServletResponse stopped = mvc.perform(post(stop).param("List-Unsubscribe", "One-Click"))
                .andReturn()
                .getResponse();
        assertThat(stopped.getStatus()).isEqualTo(200);
        assertThat(chosen()).isEqualTo("NONE");
    }

    @Test
    void aLinkThatWeDidNotMakeStopsNothing() throws Exception {
        assertThat(mvc.perform(post("/digest/stop/" + reader))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(mvc.perform(get("/digest/stop/abc"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(chosen()).isEqualTo("WEEKLY");
    }
}
