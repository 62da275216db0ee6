package nl.meedoen.notices.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.stream.IntStream;
import nl.meedoen.access.Role;
import nl.meedoen.desk.Attention;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@MeedoenTest
class TodayPageTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    PinnedAttention pinned;

    @AfterEach
    void nothingPinned() {
        pinned.pin(List.of());
    }

    @Test
    void showsWhatWaitsByKindWithTheFirstFewAtOnce() throws Exception {
        pinned.pin(IntStream.range(0, 7)
                .mapToObj(n -> new Attention(
                        "notices.waiting",
                        "danger",
                        "clock",
                        "Person " + n,
                        "Step is late",
                        "/participants/x" + n,
                        village.today().minusDays(n + 1)))
                .toList());

        String html = mvc.perform(get("/today").with(village.as(Role.COACH)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/participants/x6")))
                .andExpect(content().string(containsString("7 dagen te laat")))
                .andExpect(content().string(not(containsString("/participants/x1\""))))
                .andExpect(content().string(containsString("Toon er nog 2")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        mvc.perform(get(Jsoup.parse(html).select(".tasks-more a").attr("href")).with(village.as(Role.COACH)))
                .andExpect(content().string(containsString("/participants/x1\"")))
                .andExpect(content().string(containsString("Toon minder")));
        assertThat(ValidHtml.check(html)).noneMatch(finding -> !finding.contains("Trailing slash"));
    }

    @Test
    void showsTheAgendaBesideIt() throws Exception {
        pinned.pin(List.of(new Attention(
                "notices.agenda",
                "busy",
                "cal",
                "Talk",
                "At the library",
                "/today",
                village.today().plusDays(1))));

        String html = mvc.perform(get("/today").with(village.as(Role.TRAINER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Op de agenda")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(ValidHtml.check(html)).noneMatch(finding -> !finding.contains("Trailing slash"));
    }

    @Test
    void isKindWhenNothingWaits() throws Exception {
        // somebody of a town without residents: the questions of other tests are not for them
        var manager = village.account(Role.CLIENT_MANAGER, "-kind", village.alpha, "GM1952");
        String html = mvc.perform(get("/today").with(village.signIn(manager)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Alles is bij")))
                .andExpect(content().string(not(containsString("Op de agenda"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(ValidHtml.check(html)).noneMatch(finding -> !finding.contains("Trailing slash"));
    }
}
