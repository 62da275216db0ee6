package nl.meedoen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Putting somebody in a group from their dossier. */
@MeedoenTest
class GroupChoiceTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Course course;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    StatementCounter counter;

    private ParticipantId person;
    private String path;

    @BeforeEach
    void somebodyWithoutAGroup() {
        everything
                .sql("update cohort set starts_on = current_date - 90, ends_on = current_date - 60")
                .update();
        person = village.participant("Dina", "Proef", village.alpha, Village.OWN_MUNICIPALITY);
        path = "/participants/" + person;
    }

    @Test
    void groupsWithAFreePlaceComeFirstAndTheSoonestOnTop() throws Exception {
        course.own("Later", -21, 5);
        course.own("Soon", -7, 5);
        CohortId full = course.own("Full", -3, 1);
        course.join(full, village.bahar, false);
        course.foreign("Elsewhere", -7);
        course.own("Almost over", 20, 5);
        Document page = open(path + "/groups");
        assertThat(page.select(".proposal strong").eachText()).containsExactly("Soon", "Later", "Full");
        assertThat(page.select(".proposal").last().text()).contains("Niemand wacht");
    }

    @Test
    void onePutsSomebodyInAndTakesThemOutAgainFromTheDossier() throws Exception {
        CohortId cohort = course.own("Soon", -7, 5);
        assertThat(open(path).select("#group").text()).contains("Zit nog niet in een groep");
        MockHttpServletResponse nothing = send(path + "/groups");
        assertThat(nothing.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(nothing.getContentAsString()).select(".errors a").attr("href"))
                .isEqualTo("#group");
        assertThat(send(path + "/groups", "group", cohort.toString()).getRedirectedUrl())
                .isEqualTo(path + "/training");
        assertThat(open(path).select("#group strong").text()).isEqualTo("Soon");
        String remove = open(path + "/training").select("a[href$=/remove]").attr("href");
        assertThat(send(remove).getStatus()).isEqualTo(422);
        assertThat(send(remove, "reason", "Ziek").getStatus()).isEqualTo(302);
        assertThat(present(cohort)).isZero();
        send(remove.replace("/remove", "/restore"));
        assertThat(present(cohort)).isOne();
        send(remove.replace("/remove", "/undo"));
        assertThat(present(cohort)).isZero();
    }

    @Test
    void whoIsPutInAFullGroupWaits() throws Exception {
        CohortId full = course.own("Full", -3, 1);
        course.join(full, village.bahar, false);
        send(path + "/groups", "group", full.toString());
        assertThat(open(path).select("#group .badge").text()).isEqualTo("Wachtlijst");
    }

    @Test
    void aGroupOfAnotherLocationIsNotThere() throws Exception {
        CohortId elsewhere = course.foreign("Elsewhere", -7);
        assertThat(send(path + "/groups", "group", elsewhere.toString()).getStatus())
                .isEqualTo(404);
    }

    @Test
    void aMembershipOfSomebodyElseIsNotThere() throws Exception {
        CohortId cohort = course.own("Soon", -7, 5);
        course.join(cohort, village.bahar, false);
        String foreign = path + "/groups/" + course.member(cohort, village.bahar);
        assertThat(send(foreign + "/remove", "reason", "x").getStatus()).isEqualTo(404);
        assertThat(send(foreign + "/undo").getStatus()).isEqualTo(404);
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheGroups() throws Exception {
        course.own("One", -7, 5);
        open(path + "/groups");
        int one = counter.during(() -> open(path + "/groups")).size();
        for (String name : List.of("Two", "Three", "Four")) {
            course.own(name, -9, 5);
        }
        assertThat(counter.during(() -> open(path + "/groups"))).hasSize(one);
    }

    private long present(CohortId cohort) {
        return everything
                .sql(
                        "select count(*) from cohort_member where cohort_id = ? and participant_id = ? and until_on is null")
                .params(cohort.value(), person.value())
                .query(Long.class)
                .single();
    }

    private Document open(String address) throws Exception {
        MockHttpServletResponse answer = mvc.perform(
                        get(address).with(village.as(Role.COORDINATOR)).header("Accept-Language", "nl"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        assertThat(ValidHtml.check(answer.getContentAsString())).isEmpty();
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse send(String address, String... pairs) throws Exception {
        var request = post(address).with(village.as(Role.COORDINATOR)).header("Accept-Language", "nl");
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
