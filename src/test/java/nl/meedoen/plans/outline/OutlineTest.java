package nl.meedoen.plans.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
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
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Plans that begin from an outline or from an earlier plan. */
@MeedoenTest
class OutlineTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc jdbc;

    @Autowired
    ActionPlans plans;

    @Autowired
    StatementCounter counter;

    private ParticipantId person;
    private String path;

    @BeforeEach
    void somebody() {
        person = village.participant("Dina", "Begin", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, village.account(Role.COACH));
        path = "/participants/" + person + "/plan";
        jdbc.sql("update participant set learning_route = 'B1' where id = ?")
                .param(person.value())
                .update();
    }

    @Test
    void theOwnRouteStandsFirstAndGoalsComeWithDaysFromToday() throws Exception {
        Document offer = open(coach(), path + "/begin");
        assertThat(offer.select(".rows .badge").text()).isEqualTo("Eigen route");
        String outline = offer.select(".rows a").first().attr("href");
        Document take = open(coach(), outline);
        assertThat(take.select("[name=goal][checked]")).hasSize(2);
        MockHttpServletResponse answer =
                send(coach(), outline, "mark", take.select("[name=mark]").val(), "goal", "1");
        assertThat(answer.getRedirectedUrl()).isEqualTo(path);
        Document plan = open(coach(), path);
        assertThat(plan.select(".goal h3").eachText()).containsExactly("Een werkplek om te leren");
        assertThat(plan.select(".goal .step .check + div a")).hasSize(4);
        LocalDate due = jdbc.sql("select due_on from step where participant_id = ? and title = 'Een cv maken'")
                .param(person.value())
                .query(LocalDate.class)
                .single();
        assertThat(due).isEqualTo(village.today().plusWeeks(3));
    }

    @Test
    void nothingIsTakenWhenNothingWasChosenOrTheOutlineChanged() throws Exception {
        String outline =
                open(coach(), path + "/begin").select(".rows a").first().attr("href");
        String mark = open(coach(), outline).select("[name=mark]").val();
        MockHttpServletResponse none = send(coach(), outline, "mark", mark);
        assertThat(none.getStatus()).isEqualTo(422);
        assertThat(ValidHtml.check(none.getContentAsString())).isEmpty();
        assertThat(Jsoup.parse(none.getContentAsString()).select("[name=goal][checked]"))
                .isEmpty();
        assertThat(send(coach(), outline, "mark", mark + "1", "goal", "0").getStatus())
                .isEqualTo(409);
        assertThat(goals()).isZero();
    }

    @Test
    void aCoordinatorWritesOneAndItsVersionsStay() throws Exception {
        String name = "Ours " + UUID.randomUUID();
        assertThat(write("/outlines", name, "Write a letter\nCoach: find a buddy (3)")
                        .getRedirectedUrl())
                .isEqualTo("/outlines");
        String outline = link(open(coordinator(), "/outlines"), name);
        assertThat(open(coordinator(), outline)
                        .select("#goals0\\.steps, [name='goals[0].steps']")
                        .text())
                .contains("Write a letter", "Coach: find a buddy (3)");
        assertThat(write(outline, name + " b", "Something else", "version", "0").getStatus())
                .isEqualTo(302);
        MockHttpServletResponse late = write(outline, "Mine", "My step", "version", "0");
        assertThat(late.getStatus()).isEqualTo(409);
        Document both = Jsoup.parse(late.getContentAsString());
        assertThat(both.select(".notice").text()).contains(name + " b", "Something else");
        assertThat(both.select("#name").val()).isEqualTo("Mine");
        assertThat(ValidHtml.check(late.getContentAsString())).isEmpty();
        Document now = open(coordinator(), outline);
        assertThat(now.select(".page-head p").text()).startsWith("Versie 2");
        assertThat(now.select("details h2").text()).isEqualTo("Versie 1: " + name);
        assertThat(open(coach(), path + "/begin").select(".rows").text()).contains(name + " b");
        send(coordinator(), outline + "/retire");
        assertThat(open(coach(), path + "/begin").select(".rows").text()).doesNotContain(name);
        send(coordinator(), outline + "/restore");
        assertThat(open(coach(), path + "/begin").select(".rows").text()).contains(name + " b");
    }

    @Test
    void anotherLocationUsesItOnlyWhereItIsSharedAndNeverChangesIt() throws Exception {
        RequestPostProcessor foreign = village.asForeign(Role.COORDINATOR);
        String name = "Theirs " + UUID.randomUUID();
        write("/outlines", name, "A step");
        String outline = link(open(coordinator(), "/outlines"), name);
        assertThat(open(foreign, "/outlines").select(".rows").text()).doesNotContain(name);
        assertThat(status(foreign, outline)).isEqualTo(404);
        write(outline, name, "A step", "version", "0", "everywhere", "true");
        assertThat(open(foreign, outline).select("form.form")).isEmpty();
        assertThat(open(foreign, "/outlines/new?from=" + outline.replace("/outlines/", ""))
                        .select("#name")
                        .val())
                .isEqualTo(name + " (kopie)");
        assertThat(send(foreign, outline, "name", "Mine", "goals[0].title", "x").getStatus())
                .isEqualTo(404);
        assertThat(send(foreign, outline + "/retire").getStatus()).isEqualTo(404);
    }

    @Test
    void aFormThatIsNotRightKeepsWhatWasTyped() throws Exception {
        MockHttpServletResponse answer = send(
                coordinator(),
                "/outlines",
                "name",
                "",
                "goals[0].title",
                "Speak",
                "goals[0].weeks",
                "soon",
                "goals[0].steps",
                "Read");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(ValidHtml.check(answer.getContentAsString())).isEmpty();
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("[name='goals[0].title']").val()).isEqualTo("Speak");
        assertThat(page.select("[name='goals[0].weeks']").val()).isEqualTo("soon");
        assertThat(page.select("[name='goals[0].steps']").text()).isEqualTo("Read");
    }

    @Test
    void whatWasLeftOfAnEarlierPlanIsTakenAlong() throws Exception {
        Actor coach = village.actor(Role.COACH);
        GoalId reached = goal(coach, "Reached");
        village.run(coach, () -> plans.achieveGoal(coach, person, reached));
        goal(coach, "Still to do");
        jdbc.sql("update enrolment set status = 'CLOSED', registered_on = registered_on - 400 where participant_id = ?")
                .param(person.value())
                .update();
        jdbc.sql("insert into enrolment (id, participant_id, status, registered_on) values (?, ?, 'ACTIVE', ?)")
                .params(UUID.randomUUID(), person.value(), village.today().minusDays(3))
                .update();
        Document offer = open(coach(), path + "/begin");
        String earlier = offer.select("#earlier ~ .card a").attr("href");
        Document take = open(coach(), earlier);
        assertThat(take.select(".take strong").eachText()).containsExactlyInAnyOrder("Reached", "Still to do");
        assertThat(take.select(".take:has([checked]) strong").eachText()).containsExactly("Still to do");
        assertThat(send(
                                coach(),
                                earlier,
                                "mark",
                                "0",
                                "goal",
                                take.select("[name=goal][checked]").val())
                        .getRedirectedUrl())
                .isEqualTo(path);
        Document plan = open(coach(), path);
        assertThat(plan.select(".goal h3").eachText()).containsExactly("Still to do");
        assertThat(plan.select(".goal .step .check + div a").eachText()).containsExactly("Call");
        assertThat(status(coach(), path + "/earlier/" + UUID.randomUUID())).isEqualTo(404);
    }

    @Test
    void theNumberOfStatementsIsFixed() throws Exception {
        open(coach(), path + "/begin");
        int few = counter.during(() -> open(coach(), path + "/begin")).size();
        write("/outlines", "One more " + UUID.randomUUID(), "A step");
        assertThat(counter.during(() -> open(coach(), path + "/begin"))).hasSize(few);
    }

    private GoalId goal(Actor coach, String title) {
        return village.as(
                coach,
                () -> plans.addGoal(
                        coach,
                        person,
                        new GoalText(GoalDomain.CAREER, title, "Because", null, null),
                        List.of(new StepText("Call", StepOwner.COACH, null, null))));
    }

    private long goals() {
        return jdbc.sql("select count(*) from goal where participant_id = ?")
                .param(person.value())
                .query(Long.class)
                .single();
    }

    private static String link(Document list, String name) {
        return list.select(".rows a").stream()
                .filter(link -> link.text().equals(name))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    private MockHttpServletResponse write(String address, String name, String steps, String... more) throws Exception {
        String[] all = java.util.Arrays.copyOf(more, more.length + 8);
        List<String> form =
                List.of("name", name, "goals[0].title", "A goal", "goals[0].domain", "CAREER", "goals[0].steps", steps);
        for (int i = 0; i < form.size(); i++) {
            all[more.length + i] = form.get(i);
        }
        return send(coordinator(), address, all);
    }

    private RequestPostProcessor coach() {
        return village.as(Role.COACH);
    }

    private RequestPostProcessor coordinator() {
        return village.as(Role.COORDINATOR);
    }

    private int status(RequestPostProcessor who, String address) throws Exception {
        return mvc.perform(get(address).with(who)).andReturn().getResponse().getStatus();
    }

    private Document open(RequestPostProcessor who, String address) throws Exception {
        MockHttpServletResponse answer = mvc.perform(get(address).with(who).header("Accept-Language", "nl"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        assertThat(ValidHtml.check(answer.getContentAsString())).as(address).isEmpty();
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse send(RequestPostProcessor who, String address, String... pairs) throws Exception {
        var request = post(address).with(who).header("Accept-Language", "nl");
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
