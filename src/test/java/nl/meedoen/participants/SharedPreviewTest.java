package nl.meedoen.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What a coordinator is shown as the municipality's view is that view. */
@MeedoenTest
class SharedPreviewTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    private String page(String path, Role role) throws Exception {
        return mvc.perform(get(path).with(village.as(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static Document withoutDoors(String html) {
        Document page = Jsoup.parse(html);
        page.select(".card > p.mt > a.btn").forEach(button -> button.parent().remove());
        return page;
    }

    @Test
    void thePreviewSaysWordForWordWhatTheClientManagerReads() throws Exception {
        String path = "/participants/" + village.amal;
        String preview = page(path + "/shared", Role.COORDINATOR);
        assertThat(ValidHtml.check(preview)).isEmpty();
        Document shown = withoutDoors(preview);
        Document real = withoutDoors(page(path, Role.CLIENT_MANAGER));
        assertThat(real.select(".cols").text()).isNotBlank();
        for (String part : new String[] {".cols", ".phases", ".facts"}) {
            assertThat(shown.select(part).text())
                    .as(part)
                    .isEqualTo(real.select(part).text());
        }
    }

    @Test
    void withoutConsentAndAfterItWasWithdrawnThereIsNothing() throws Exception {
        String nothing = "/participants/" + village.bahar + "/shared";
        assertThat(Jsoup.parse(page(nothing, Role.COORDINATOR)).select(".empty"))
                .hasSize(1);
        ParticipantId id = village.participant("Ifrah", "Deelt", village.alpha, Village.OWN_MUNICIPALITY);
        village.consent(id);
        String path = "/participants/" + id + "/shared";
        assertThat(Jsoup.parse(page(path, Role.COORDINATOR)).select(".cols")).hasSize(1);
        everything
                .sql("update consent set withdrawn_on = current_date where participant_id = ?")
                .param(id.value())
                .update();
        assertThat(Jsoup.parse(page(path, Role.COORDINATOR)).select(".cols")).isEmpty();
    }

    @Test
    void lookingIsInTheTrailUnderTheNameAndRoleOfWhoLooks() throws Exception {
        ParticipantId id = village.participant("Jamal", "Deelt", village.alpha, Village.OWN_MUNICIPALITY);
        village.consent(id);
        page("/participants/" + id + "/shared", Role.COORDINATOR);
        assertThat(everything
                        .sql(
                                "select role || ' ' || action || ' ' || subject from trail where participant_id = ? order by id")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("COORDINATOR OPENED shared-preview");
    }
}
