package nl.meedoen.notices.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.desk.Attention;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Something of Today put away until a day: one's own, taken back at will, back on its day. */
@MeedoenTest
class SnoozePageTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PinnedAttention pinned;

    private AccountId reader;
    private LocalDate today;

    @BeforeEach
    void oneThingWaits() {
        reader = village.account(Role.COACH, "snooze" + UUID.randomUUID(), village.alpha, Village.OWN_MUNICIPALITY);
        today = village.today();
        pinned.pin(List.of(new Attention(
                "notices.waiting",
                "danger",
                "clock",
                "Somebody Waiting",
                "A step",
                "/participants/s",
                today.minusDays(2))));
    }

    @AfterEach
    void nothingPinned() {
        pinned.pin(List.of());
    }

    private Document page(AccountId who) throws Exception {
        return Jsoup.parse(mvc.perform(get("/today").with(village.signIn(who)))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private String item() throws Exception {
        return page(reader)
                .select("form[action='/today/snooze'] input[name=item]")
                .val();
    }

    private MockHttpServletResponse send(String path, String... pairs) throws Exception {
        var request = post(path).with(village.signIn(reader));
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private static int waiting(Document page) {
        return page.select("section.goal:not([aria-labelledby=put-away]) > .tasks > li")
                .size();
    }

    @Test
    void whoSawAllOfAKindSeesAllOfItAgain() throws Exception {
        MockHttpServletResponse response = send(
                "/today/snooze",
                "item",
                item(),
                "until",
                today.plusDays(1).toString(),
                "all",
                "plans.attention.silent");

        assertThat(response.getRedirectedUrl()).isEqualTo("/today?all=plans.attention.silent");
    }

    @Test
    void itGoesUntilItsDayForOneselfAloneAndComesBackWhenWanted() throws Exception {
        String item = item();
        assertThat(send(
                                "/today/snooze",
                                "item",
                                item,
                                "until",
                                today.plusDays(1).toString())
                        .getRedirectedUrl())
                .isEqualTo("/today");
        Document mine = page(reader);
        assertThat(waiting(mine)).isZero();
        assertThat(mine.select("[aria-labelledby=put-away]").text()).contains("Somebody Waiting");
        assertThat(ValidHtml.check(mine.outerHtml())).noneMatch(finding -> !finding.contains("Trailing slash"));
        AccountId other =
                village.account(Role.COACH, "other" + UUID.randomUUID(), village.alpha, Village.OWN_MUNICIPALITY);
        assertThat(waiting(page(other))).isOne();
        send("/today/snooze/end", "item", item);
        assertThat(waiting(page(reader))).isOne();
        assertThat(page(reader).select("[aria-labelledby=put-away]")).isEmpty();
    }

    @Test
    void itComesBackByItselfOnItsDay() throws Exception {
        send("/today/snooze", "item", item(), "on", today.plusDays(3).toString());
        assertThat(waiting(page(reader))).isZero();
        everything
                .sql("update snooze set until_on = ? where account_id = ?")
                .params(today, reader.value())
                .update();
        assertThat(waiting(page(reader))).isOne();
    }

    @Test
    void aDayThatCannotBeIsRefusedAtTheFieldWithWhatWasTyped() throws Exception {
        String item = item();
        for (String typed : List.of(today.toString(), today.plusDays(400).toString(), "", "soon")) {
            MockHttpServletResponse response = send("/today/snooze", "item", item, "on", typed);
            assertThat(response.getStatus()).as(typed).isEqualTo(422);
            Document page = Jsoup.parse(response.getContentAsString());
            assertThat(page.select("details.later[open] .error")).hasSize(1);
            assertThat(page.select("details.later[open] input[name=on]").val()).isEqualTo(typed);
            assertThat(ValidHtml.check(response.getContentAsString()))
                    .filteredOn(finding -> !finding.contains("Trailing slash") && !finding.contains("“soon”"))
                    .isEmpty();
        }
        assertThat(waiting(page(reader))).isOne();
    }

    @Test
    void whatDoesNotWaitIsNotKept() throws Exception {
        send("/today/snooze", "item", "0".repeat(64), "until", today.plusDays(1).toString());
        assertThat(everything
                        .sql("select count(*) from snooze where account_id = ?")
                        .param(reader.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theDatabaseShowsNobodyElsesSnoozes() throws Exception {
        send("/today/snooze", "item", item(), "until", today.plusDays(1).toString());
        for (Role role : Role.values()) {
            assertThat(village.as(
                            village.actor(role),
                            () -> jdbc.sql("select count(*) from snooze where account_id = ?")
                                    .param(reader.value())
                                    .query(Integer.class)
                                    .single()))
                    .as(role.name())
                    .isZero();
        }
    }
}
