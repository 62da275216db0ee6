package nl.meedoen.people.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Locale;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What somebody who leaves has to hand over: links for the coordinator, counts without names for the administrator. */
@MeedoenTest
class LeavingTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    private Document page(AccountId who, String path) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        get(path).with(village.signIn(who)).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        assertThat(ValidHtml.check(response.getContentAsString())).as(path).isEmpty();
        assertThat(response.getContentAsString()).doesNotContain("??");
        return Jsoup.parse(response.getContentAsString());
    }

    @Test
    void aCoachHandsTheCaseloadOver() throws Exception {
        AccountId coach =
                village.account(Role.COACH, "leaves" + UUID.randomUUID(), village.alpha, Village.OWN_MUNICIPALITY);
        AccountId coordinator = village.account(Role.COORDINATOR);
        AccountId administrator = village.account(Role.ADMINISTRATOR);
        assertThat(page(coordinator, "/coaches/" + coach + "/leaving").text())
                .contains("Nothing has to be handed over");
        ParticipantId one = village.participant("Overdragen", "Eerst", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(one, coach);
        everything
                .sql("insert into introduction (id, participant_id, via, whom, asked_on, asked_by, asked_of, state)"
                        + " values (?, ?, 'COACH', '\\x00', current_date, ?, ?, 'ASKED')")
                .params(Uuids.next(), one.value(), coordinator.value(), coach.value())
                .update();
        Document own = page(coordinator, "/coaches/" + coach + "/leaving");
        assertThat(own.text())
                .contains("1 participant needs another coach")
                .contains("1 introduction that was asked is not answered");
        assertThat(own.select("a[href=/participants?coach=" + coach + "]")).hasSize(1);
        Document closing = page(administrator, "/admin/accounts/" + coach + "/leave");
        assertThat(closing.text())
                .contains("1 participant needs another coach")
                .contains("Block now, before it is handed over")
                .doesNotContain("Overdragen");
        assertThat(closing.select("main a[href^=/participants]")).isEmpty();
        assertThat(page(administrator, "/admin/accounts/" + coach).select("a[href$=/leave]"))
                .hasSize(1);
    }

    @Test
    void theLastCoordinatorOfALocationIsNamedAsSuch() throws Exception {
        LocationId lonely = new LocationId(Uuids.next());
        everything
                .sql("insert into location (id, region_id, name) values (?, ?, ?)")
                .params(lonely.value(), village.north.value(), "Lonely " + lonely)
                .update();
        AccountId only =
                village.account(Role.COORDINATOR, "only" + UUID.randomUUID(), lonely, Village.OWN_MUNICIPALITY);
        AccountId administrator = village.account(Role.ADMINISTRATOR);
        String path = "/admin/accounts/" + only + "/leave";
        assertThat(page(administrator, path).text()).contains("1 location would have no coordinator");
        village.account(Role.COORDINATOR, "second" + UUID.randomUUID(), lonely, Village.OWN_MUNICIPALITY);
        assertThat(page(administrator, path).text()).contains("Nothing has to be handed over");
        assertThat(page(administrator, "/admin/accounts/" + administrator + "/leave")
                        .select("form[action$=/block]"))
                .as("nobody blocks themselves")
                .isEmpty();
    }
}
