package nl.meedoen.plans.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.ActionPlans;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.plans.GoalId;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.text.GoalText;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** People put the steps of a goal in the order in which they want to do them. */
@MeedoenTest
class StepOrderTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc jdbc;

    @Autowired
    ActionPlans plans;

    private ParticipantId person;
    private Actor coach;
    private GoalId goal;

    @BeforeEach
    void threeSteps() {
        person = village.participant("Dina", "Volgorde", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, village.account(Role.COACH));
        coach = village.actor(Role.COACH);
        goal = village.as(
                coach,
                () -> plans.addGoal(
                        coach,
                        person,
                        new GoalText(GoalDomain.CAREER, "Find a work place", null, null, null),
                        List.of(step("First"), step("Second"), step("Third"))));
    }

    @Test
    void withoutScriptAStepGoesUpAndDownAPlace() throws Exception {
        Element first = item("First");
        assertThat(first.select("[name=to]").eachAttr("value")).containsExactly("down");
        assertThat(item("Second").select("[name=to]").eachAttr("value")).containsExactly("up", "down");
        assertThat(item("Third").select("[name=to]").eachAttr("value")).containsExactly("up");
        String move = first.select("[name=to]").attr("formaction");
        send(move, "to", "down");
        assertThat(titles()).containsExactly("Second", "First", "Third");
        send(move, "to", "up");
        send(move, "to", "up");
        assertThat(titles()).containsExactly("First", "Second", "Third");
    }

    @Test
    void aDraggedStepStandsWhereItWasLeft() throws Exception {
        Element third = item("Third");
        String move = third.select("[data-grip]").attr("data-grip");
        send(move, "before", item("First").attr("data-step"));
        assertThat(titles()).containsExactly("Third", "First", "Second");
        send(move);
        assertThat(titles()).containsExactly("First", "Second", "Third");
        send(move, "before", UUID.randomUUID().toString());
        assertThat(titles()).containsExactly("First", "Second", "Third");
    }

    @Test
    void theGoalComesBackAloneWhenItIsAskedForAndSaysThePlace() throws Exception {
        MockHttpServletResponse answer = mvc.perform(
                        post(item("Third").select("[data-grip]").attr("data-grip"))
                                .param("to", "up")
                                .header("HX-Request", "true")
                                .header("Accept-Language", "nl")
                                .with(village.as(Role.COACH)))
                .andReturn()
                .getResponse();
        Document part = Jsoup.parseBodyFragment(answer.getContentAsString());
        assertThat(part.select("[role=status]").text()).isEqualTo("Third staat nu op plaats 2 van 3.");
        assertThat(part.select("ol .check + div a").eachText()).containsExactly("First", "Third", "Second");
    }

    @Test
    void whoIsWritingInAStepIsNotDisturbed() throws Exception {
        Element second = item("Second");
        send(second.select("[data-grip]").attr("data-grip"), "to", "up");
        MockHttpServletResponse saved = send(
                "/participants/" + person + "/steps/" + second.attr("data-step"),
                "title",
                "Second, in other words",
                "version",
                "0");
        assertThat(saved.getStatus()).isEqualTo(302);
        assertThat(titles()).containsExactly("Second, in other words", "First", "Third");
    }

    @Test
    void theStepsOfAnEndedGoalStayAsTheyAre() throws Exception {
        String move = item("Third").select("[data-grip]").attr("data-grip");
        village.run(coach, () -> plans.dropGoal(coach, person, goal, "Something else"));
        assertThat(send(move, "to", "up").getStatus()).isEqualTo(422);
        assertThat(jdbc.sql("select title from step where participant_id = ? order by position")
                        .param(person.value())
                        .query(String.class)
                        .list())
                .containsExactly("First", "Second", "Third");
    }

    private static StepText step(String title) {
        return new StepText(title, StepOwner.PARTICIPANT, null, null);
    }

    private List<String> titles() throws Exception {
        return page().select(".goal ol .check + div a").eachText();
    }

    private Element item(String title) throws Exception {
        return page().select("li.step").stream()
                .filter(item -> item.select(".check + div a").text().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private Document page() throws Exception {
        MockHttpServletResponse answer = mvc.perform(get("/participants/" + person + "/plan")
                        .with(village.as(Role.COACH))
                        .header("Accept-Language", "nl"))
                .andReturn()
                .getResponse();
        assertThat(ValidHtml.check(answer.getContentAsString())).isEmpty();
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse send(String address, String... pairs) throws Exception {
        var request = post(address).with(village.as(Role.COACH)).header("Accept-Language", "nl");
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
