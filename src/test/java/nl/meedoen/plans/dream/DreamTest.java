package nl.meedoen.plans.dream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.ActionPlans;
import nl.meedoen.plans.GoalId;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** From a dream job to steps in the plan. */
@MeedoenTest
class DreamTest {

    /** Each test writes of an occupation of its own, since what one takes is shared by all. */
    private static final String ELECTRICIAN = "7411.1";

    private static final String NURSE = "2221.3";

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
    StatementCounter counter;

    private ParticipantId person;
    private String path;

    @BeforeEach
    void somebody() {
        person = village.participant("Dina", "Droom", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, village.account(Role.COACH));
        path = "/participants/" + person + "/dream";
        everything.sql("delete from occupation_demand").update();
        everything.sql("""
                        insert into education (id, participant_id, level, title, country, diploma, valuation)
                        values (?, ?, 6, 'Electrical engineering', 'SY', 'YES', 'REQUESTED')
                        """).params(UUID.randomUUID(), person.value()).update();
        for (String skill : List.of("LISTENING", "SPEAKING")) {
            everything
                    .sql("""
                            insert into language_measurement (id, participant_id, skill, level, source, measured_on,
                                recorded_by, recorded_at) values (?, ?, ?, ?, 'TEST', current_date, ?, now())
                            """)
                    .params(UUID.randomUUID(), person.value(), skill, skill.equals("SPEAKING") ? "A2" : "B1")
                    .param(village.account(Role.COORDINATOR).value())
                    .update();
        }
        everything
                .sql("insert into work_profile (participant_id, licences) values (?, '{B}')")
                .param(person.value())
                .update();
        everything
                .sql("insert into work_wish values (?, ?, ?, '7411', now())")
                .params(UUID.randomUUID(), person.value(), ELECTRICIAN)
                .update();
    }

    @Test
    void whatIsWishedForIsChosenWithOneTapAndOthersAreFoundByName() throws Exception {
        Document page = open(path);
        assertThat(page.select(".wishes button").val()).isEqualTo(ELECTRICIAN);
        Document found = Jsoup.parse(
                send(path, "q", "verpleegkundige", "search", "occupation").getContentAsString());
        assertThat(found.select(".found input").eachAttr("value")).contains(NURSE);
        assertThat(send(path, "q", "verpleegkundige").getStatus()).isEqualTo(422);
        assertThat(send(path, "occupation", ELECTRICIAN).getRedirectedUrl()).isEqualTo(path);
        assertThat(open(path).select("#dream").text()).contains("monteur elektrische installaties");
        send(path, "occupation", NURSE);
        assertThat(open(path).select("main > p.muted").text()).contains("monteur elektrische installaties");
    }

    @Test
    void whatItTakesStandsBesideWhatIsThereAndEachGapBecomesAStepOnce() throws Exception {
        send(path, "occupation", ELECTRICIAN);
        demand(ELECTRICIAN, "-1", "language", "B1", "diplomaLevel", "3", "diploma", "Electrician", "licences", "B");
        Document page = open(path);
        assertThat(page.select(".gap.is-met h4").eachText()).containsExactly("Diploma", "Rijbewijs");
        assertThat(page.select(".gap dd").eachText())
                .contains("B1", "Rijbewijs B", "Waardering is aangevraagd")
                .anyMatch(text -> text.startsWith("A2, gemeten op"))
                .anyMatch(text -> text.startsWith("Electrical engineering"));
        assertThat(page.select(".gap button").eachText())
                .containsExactly(
                        "Maak er een stap van: B1",
                        "Maak er een stap van: Een diploma dat in Nederland is gewaardeerd");

        String steps = page.select(".gap form").first().attr("action");
        send(steps, "gap", "LANGUAGE");
        send(steps, "gap", "LANGUAGE");
        send(steps, "gap", "VALUATION");
        assertThat(open("/participants/" + person + "/plan")
                        .select(".goal .step .check + div a")
                        .eachText())
                .containsExactly("Nederlands leren tot niveau B1", "Het diploma laten waarderen bij IDW");
        assertThat(open("/participants/" + person + "/plan").select(".goal h3").eachText())
                .containsExactly("Werken als: monteur elektrische installaties");
        assertThat(open(path).select(".gap button")).isEmpty();
        assertThat(send(steps, "gap", "LICENCE_B").getStatus()).isEqualTo(422);
    }

    @Test
    void aGapAfterTheGoalHasEndedBeginsANewGoal() throws Exception {
        send(path, "occupation", ELECTRICIAN);
        demand(ELECTRICIAN, "-1", "language", "B1", "regulated", "true", "register", "a register");
        String steps = open(path).select(".gap form").first().attr("action");
        send(steps, "gap", "LANGUAGE");
        GoalId goal = new GoalId(everything
                .sql("select goal_id from dream where participant_id = ?")
                .param(person.value())
                .query(UUID.class)
                .single());
        Actor coach = village.actor(Role.COACH);
        village.run(coach, () -> plans.dropGoal(coach, person, goal, "Something else"));
        send(steps, "gap", "REGISTRATION");
        assertThat(everything
                        .sql("select count(distinct goal_id) from step where participant_id = ?")
                        .param(person.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whoIsSecondSeesWhatTheOtherWroteOfAnOccupation() throws Exception {
        demand(NURSE, "-1", "language", "B2");
        MockHttpServletResponse late = demand(NURSE, "-1", "language", "B1", "advice", "Mine");
        assertThat(late.getStatus()).isEqualTo(409);
        Document page = Jsoup.parse(late.getContentAsString());
        assertThat(page.select(".notice dd").eachText()).contains("B2");
        assertThat(page.select("#advice").text()).isEqualTo("Mine");
        assertThat(page.select("[name=version]").val()).isEqualTo("0");
        assertThat(ValidHtml.check(late.getContentAsString())).isEmpty();
        assertThat(demand(NURSE, "0", "language", "B1", "advice", "Mine").getStatus())
                .isEqualTo(302);
        assertThat(open("/demands/" + NURSE).select("#language [selected]").text())
                .isEqualTo("B1");
    }

    @Test
    void aJobOnTheWayIsNamedAndStaleEditsAreShown() throws Exception {
        send(path, "occupation", NURSE);
        String bridge = open(path).select("#bridge ~ .actions a").attr("href");
        open(bridge);
        assertThat(send(bridge, "occupation", ELECTRICIAN, "reason", "Learns a lot", "version", "0")
                        .getRedirectedUrl())
                .isEqualTo(path);
        assertThat(open(path).select("[aria-labelledby=bridge]").text())
                .contains("monteur elektrische installaties", "Learns a lot");
        MockHttpServletResponse late = send(bridge, "reason", "Mine", "version", "0");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(late.getContentAsString()).select(".notice dd").eachText())
                .containsExactly("monteur elektrische installaties", "Learns a lot");
        byte[] sealed = everything
                .sql("select bridge_reason from dream where participant_id = ?")
                .param(person.value())
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Learns");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyTheOwnCoachAndCoordinatorsReadIt(Role role) throws Exception {
        send(path, "occupation", NURSE);
        village.consent(person);
        assertThat(seen(village.foreignActor(role))).isZero();
        assertThat(seen(village.actor(role))).isEqualTo(role == Role.COACH || role == Role.COORDINATOR ? 1 : 0);
    }

    @Test
    void theNumberOfStatementsIsFixed() throws Exception {
        send(path, "occupation", ELECTRICIAN);
        demand(ELECTRICIAN, "-1", "language", "B1");
        open(path);
        int few = counter.during(() -> open(path)).size();
        demand(ELECTRICIAN, "0", "language", "B1", "diplomaLevel", "3", "licences", "C", "regulated", "true");
        send(open(path).select(".gap form").first().attr("action"), "gap", "LANGUAGE");
        assertThat(counter.during(() -> open(path))).hasSize(few);
    }

    private long seen(Actor actor) {
        return village.as(
                actor,
                () -> jdbc.sql("select count(*) from dream where participant_id = ?")
                        .param(person.value())
                        .query(Long.class)
                        .single());
    }

    private MockHttpServletResponse demand(String code, String version, String... more) throws Exception {
        String[] all = java.util.Arrays.copyOf(more, more.length + 2);
        all[more.length] = "version";
        all[more.length + 1] = version;
        return send("/demands/" + code, all);
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

    private MockHttpServletResponse send(String address, String... pairs) throws Exception {
        var request = post(address).with(village.as(Role.COACH)).header("Accept-Language", "nl");
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
