package nl.meedoen.plans.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.ActionPlans;
import nl.meedoen.plans.ActionSteps;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What was agreed stays as it was, whatever happens to the plan. */
@MeedoenTest
class AgreementsTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ActionPlans plans;

    @Autowired
    ActionSteps steps;

    @Autowired
    StatementCounter counter;

    private ParticipantId person;
    private Actor coach;
    private GoalId goal;
    private String path;

    @BeforeEach
    void aPlan() {
        person = village.participant("Dina", "Proef", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, village.account(Role.COACH));
        coach = village.actor(Role.COACH);
        path = "/participants/" + person + "/plan/agreements";
    }

    @Test
    void aVersionIsKeptAsItWasAndComparedWithWhatCameAfter() throws Exception {
        begin("Work as an electrician", "Get the diploma");
        assertThat(agree("how", "SCREEN").getRedirectedUrl()).isEqualTo(path + "/1");
        village.run(coach, () -> plans.writeWish(coach, person, 0, "To work again"));
        GoalId next =
                village.as(coach, () -> plans.adjustGoal(coach, person, goal, 0, "Too far", text("Work as a helper")));
        village.run(
                coach,
                () -> steps.addStep(coach, person, next, new StepText("Call a firm", StepOwner.COACH, null, null)));

        Document first = open(path + "/1");
        assertThat(first.select(".agreed .goal h3").eachText()).containsExactly("Work as an electrician");
        assertThat(first.select(".agreed .step").eachText()).hasSize(1);
        assertThat(first.select(".rows strong").eachText())
                .contains(
                        "Wens: To work again",
                        "Doel bijgesteld: Work as an electrician",
                        "Nieuw doel: Work as a helper",
                        "Nieuwe stap: Call a firm");

        assertThat(agree("how", "PAPER", "objection", "I want it sooner").getRedirectedUrl())
                .isEqualTo(path + "/2");
        Document second = open(path + "/2");
        assertThat(second.select(".notice").text()).contains("maakte bezwaar", "I want it sooner");
        assertThat(second.select("#diff + p").text()).isEqualTo("Er veranderde niets.");
        assertThat(open(path + "/1").select("#diff").text()).isEqualTo("Wat er veranderde tot versie 2");
        assertThat(open("/participants/" + person + "/plan")
                        .select("#following ~ ul")
                        .text())
                .contains("Afgesproken plan, versie 2");
    }

    @Test
    void theFixedWordsStandInTheLanguageOfTheParticipantBesideTheDutchOnes() throws Exception {
        begin("Speak better", "Find a buddy");
        agree("how", "PAPER");
        Document own = open(path + "/1");
        assertThat(own.select(".beside").eachAttr("lang")).isNotEmpty().containsOnly("ar");
        assertThat(own.select(".beside").eachAttr("dir")).containsOnly("rtl");
        assertThat(own.select(".beside").eachText()).contains("الخطوات", "التوقيع", "لماذا");
        assertThat(own.select(".goal header .beside").text())
                .as("domain and day of a goal")
                .isNotEmpty();
        assertThat(own.select(".step .beside").eachText())
                .as("who does a step")
                .allSatisfy(about -> assertThat(about).containsAnyOf("المشارك", "المدرب", "البلدية"));
        assertThat(open(path + "/1?beside=en").select(".beside").eachText()).contains("Steps", "Signature", "Why");
        assertThat(open(path + "/1?beside=nl").select(".beside")).isEmpty();
        assertThat(open(path + "/new?beside=en").select(".beside").eachAttr("lang"))
                .isNotEmpty()
                .containsOnly("en");
    }

    @Test
    void onlyWhatBothSawCanBeAgreed() throws Exception {
        begin("Speak better", "Find a buddy");
        Document form = open(path + "/new");
        village.run(coach, () -> steps.addStep(coach, person, goal, step("One more")));
        MockHttpServletResponse answer = send(
                "how",
                "SCREEN",
                "agreedOn",
                village.today().toString(),
                "objection",
                "Mine",
                "mark",
                form.select("[name=mark]").val());
        assertThat(answer.getStatus()).isEqualTo(409);
        Document again = Jsoup.parse(answer.getContentAsString());
        assertThat(again.select("#objection").text()).isEqualTo("Mine");
        assertThat(again.select(".step").eachText()).hasSize(2);
        assertThat(count()).isZero();
    }

    @Test
    void aFormThatIsNotRightSaysSo() throws Exception {
        begin("Speak better", "Find a buddy");
        MockHttpServletResponse answer =
                send("agreedOn", village.today().plusDays(1).toString(), "objection", "Mine", "mark", "x");
        assertThat(answer.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select(".errors a").eachAttr("href")).containsExactlyInAnyOrder("#how", "#agreedOn");
        assertThat(page.select("#objection").text()).isEqualTo("Mine");
        assertThat(ValidHtml.check(answer.getContentAsString())).isEmpty();
    }

    @Test
    void thereMustBeSomethingToAgreeOn() throws Exception {
        assertThat(mvc.perform(get(path + "/new").with(village.as(Role.COACH)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update agreement set number = 9", "delete from agreement"})
    void nobodyChangesIt(String change) throws Exception {
        begin("Speak better", "Find a buddy");
        agree("how", "SCREEN");
        assertThatThrownBy(() -> village.run(coach, () -> jdbc.sql(change).update()))
                .hasStackTraceContaining("permission denied");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyTheOwnCoachAndCoordinatorsReadIt(Role role) throws Exception {
        begin("Speak better", "Find a buddy");
        agree("how", "SCREEN", "objection", "Secret");
        village.consent(person);
        for (String table : List.of("agreement", "review", "review_rhythm")) {
            assertThat(seen(village.foreignActor(role), table)).as(table).isZero();
        }
        boolean may = role == Role.COACH || role == Role.COORDINATOR;
        assertThat(seen(village.actor(role), "agreement")).isEqualTo(may ? 1 : 0);
        byte[] text = everything
                .sql("select content || objection from agreement where participant_id = ?")
                .param(person.value())
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(text, StandardCharsets.ISO_8859_1)).doesNotContain("Speak better", "Secret");
    }

    @Test
    void theNumberOfStatementsIsFixed() throws Exception {
        begin("Speak better", "Find a buddy");
        agree("how", "SCREEN");
        open(path + "/1");
        int few = counter.during(() -> open(path + "/1")).size();
        begin("Another", "Something");
        agree("how", "PAPER");
        agree("how", "PAPER");
        assertThat(counter.during(() -> open(path + "/1"))).hasSize(few);
    }

    private void begin(String title, String first) {
        goal = village.as(coach, () -> plans.addGoal(coach, person, text(title), List.of(step(first))));
    }

    private static GoalText text(String title) {
        return new GoalText(GoalDomain.SKILLS, title, "Because", null, null);
    }

    private static StepText step(String title) {
        return new StepText(title, StepOwner.PARTICIPANT, null, null);
    }

    private MockHttpServletResponse agree(String... more) throws Exception {
        Document form = open(path + "/new");
        String[] all = java.util.Arrays.copyOf(more, more.length + 4);
        all[more.length] = "agreedOn";
        all[more.length + 1] = village.today().toString();
        all[more.length + 2] = "mark";
        all[more.length + 3] = form.select("[name=mark]").val();
        return send(all);
    }

    private long count() {
        return seen(coach, "agreement");
    }

    private long seen(Actor actor, String table) {
        return village.as(
                actor,
                () -> jdbc.sql("select count(*) from " + table + " where participant_id = ?")
                        .param(person.value())
                        .query(Long.class)
                        .single());
    }

    private Document open(String address) throws Exception {
        MockHttpServletResponse answer = mvc.perform(
                        get(address).with(village.as(Role.COACH)).header("Accept-Language", "nl"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        assertThat(ValidHtml.check(answer.getContentAsString())).as(address).isEmpty();
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse send(String... pairs) throws Exception {
        var request = post(path).with(village.as(Role.COACH)).header("Accept-Language", "nl");
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
