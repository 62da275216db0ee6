package nl.meedoen.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.List;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Filtering the list by coach: a choice among some, a name to type where there are many. */
@MeedoenTest
class CoachFilterTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    private Document list(String coach) throws Exception {
        return list(coach, "");
    }

    private Document list(String coach, String name) throws Exception {
        return Jsoup.parse(mvc.perform(get("/participants")
                        .param("coach", coach)
                        .param("q", name)
                        .with(village.as(Role.COORDINATOR)))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void aPartOfTheCoachsNameFindsTheirPeople() throws Exception {
        // By name too: other tests may have given this coach more people than one page holds.
        assertThat(list("OACH on", "Amal").select("tbody a").eachText()).anyMatch(name -> name.contains("Amal"));
        assertThat(list("nobody", "Amal").select("tbody a")).isEmpty();
        assertThat(list("OACH on").select(".chips a").text()).contains("OACH on");
        assertThat(list("nobody%").select("tbody a")).isEmpty();
    }

    @Test
    void whereThereAreManyCoachesANameIsTyped() throws Exception {
        assertThat(list("").select("select[name=coach] option")).hasSizeBetween(3, 42);
        List<AccountId> crowd = new ArrayList<>();
        for (int i = 0; i < 41; i++) {
            crowd.add(village.account(Role.COACH, "crowd" + i, village.alpha, Village.OWN_MUNICIPALITY));
        }
        try {
            Document many = list("crowd");
            assertThat(many.select("select[name=coach]")).isEmpty();
            assertThat(many.select("input[name=coach]").val()).isEqualTo("crowd");
            assertThat(many.select(
                            "label[for=" + many.select("input[name=coach]").attr("id") + "]"))
                    .hasSize(1);
        } finally {
            for (AccountId coach : crowd) {
                for (String table : List.of("coach_profile", "account_role", "credential")) {
                    everything
                            .sql("delete from " + table + " where account_id = ?")
                            .param(coach.value())
                            .update();
                }
                everything
                        .sql("delete from account where id = ?")
                        .param(coach.value())
                        .update();
            }
        }
    }
}
