package nl.meedoen.plans.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.ActionPlans;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.plans.GoalId;
import nl.meedoen.plans.text.GoalText;
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

/** One conversation with several participants stands in each dossier by itself, once. */
@MeedoenTest
class TogetherTest {

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

    private AccountId coachAccount;
    private ParticipantId one;
    private ParticipantId two;
    private ParticipantId three;

    @BeforeEach
    void aCoachWithThree() {
        coachAccount = village.account(Role.COACH);
        one = own("Dina");
        two = own("Emre");
        three = own("Fadi");
    }

    @Test
    void eachOfTheChosenGetsAContactAndAStepOfTheirOwn() throws Exception {
        GoalId first = goal(one, "Speak better Dutch");
        GoalId second = goal(two, "Find a work place");
        // other tests leave people with the same coach, so that only who is chosen is sure to be on the page
        Document page = open("/contacts/new?who=" + one + "&who=" + two);
        assertThat(page.select("[name=who][checked]").eachAttr("value"))
                .containsExactlyInAnyOrder(one.toString(), two.toString());
        assertThat(page.select("option[selected]").eachText()).contains("Speak better Dutch", "Find a work place");

        MockHttpServletResponse answer = send(
                "who",
                one.toString(),
                "who",
                two.toString(),
                "who",
                three.toString(),
                "channel",
                "TALK",
                "note",
                "We practised together",
                "nextTitle",
                "Write a letter",
                "nextOwner",
                "PARTICIPANT",
                "goal",
                first.toString(),
                "goal",
                second.toString());

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(List.of(contacts(one), contacts(two), contacts(three))).containsOnly(1L);
        assertThat(jdbc.sql("select goal_id from step where participant_id in (?, ?, ?) and title = 'Write a letter'")
                        .params(one.value(), two.value(), three.value())
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrder(first.value(), second.value());
        assertThat(jdbc.sql("""
                        select count(distinct participant_id) from trail
                        where subject = 'plans.contact' and participant_id in (?, ?, ?)
                        """)
                        .params(one.value(), two.value(), three.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void aFormThatIsSentTwiceCountsOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            send("_key", key, "who", one.toString(), "who", two.toString(), "channel", "TALK", "note", "Together");
        }
        assertThat(List.of(contacts(one), contacts(two), contacts(three))).containsExactly(1L, 1L, 0L);
    }

    @Test
    void whatWasTypedIsKeptUntilItIsSaved() throws Exception {
        assertThat(keep("who", one.toString(), "who", two.toString(), "channel", "PHONE", "note", "Half a sen")
                        .getStatus())
                .isEqualTo(302);
        keep("who", one.toString(), "who", two.toString(), "channel", "PHONE", "note", "Half a sentence");
        Document again = open("/contacts/new?who=" + three);
        assertThat(again.select("textarea[name=note]").val()).isEqualTo("Half a sentence");
        assertThat(again.select("input[name=channel][checked]").val()).isEqualTo("PHONE");
        assertThat(again.select("input[name=who][checked]").eachAttr("value"))
                .containsExactlyInAnyOrder(one.toString(), two.toString(), three.toString());
        assertThat(open("/today").select("a[href=/contacts/new]").text()).contains("Update voor meer deelnemers");

        send("who", one.toString(), "who", two.toString(), "channel", "PHONE", "note", "Half a sentence and the rest");
        assertThat(open("/contacts/new").select("textarea[name=note]").val()).isEmpty();
        keep("who", one.toString(), "channel", "PHONE", "note", "Half a sentence");
        assertThat(open("/contacts/new").select("textarea[name=note]").val())
                .as("a draft that comes late is not brought back to life")
                .isEmpty();
    }

    @Test
    void somebodyOutOfReachStopsAllOfIt() throws Exception {
        MockHttpServletResponse answer =
                send("who", one.toString(), "who", village.celine.toString(), "channel", "TALK", "note", "Together");
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(contacts(one)).isZero();
    }

    @Test
    void aFormWithoutPeopleKeepsWhatWasTyped() throws Exception {
        MockHttpServletResponse answer = send("channel", "PHONE", "note", "We practised", "nextDue", "2030-01-01");
        assertThat(answer.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select(".errors a").eachAttr("href")).containsExactlyInAnyOrder("#who", "#nextTitle");
        assertThat(page.select("#note").text()).isEqualTo("We practised");
        assertThat(page.select("[name=channel][checked]").val()).isEqualTo("PHONE");
        assertThat(ValidHtml.check(answer.getContentAsString())).isEmpty();
    }

    @Test
    void aCoordinatorLooksForNamesAndKeepsWhoWasChosenAndWhatWasTyped() throws Exception {
        MockHttpServletResponse answer = mvc.perform(post("/contacts")
                        .with(village.as(Role.COORDINATOR))
                        .header("Accept-Language", "nl")
                        .param("search", "who")
                        .param("q", "emre samen")
                        .param("who", one.toString())
                        .param("note", "We practised"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(ValidHtml.check(answer.getContentAsString())).isEmpty();
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("[name=who]").eachAttr("value")).contains(one.toString(), two.toString());
        assertThat(page.select("[name=who][checked]").eachAttr("value")).containsExactly(one.toString());
        assertThat(page.select("#note").text()).isEqualTo("We practised");
        assertThat(page.select(".errors")).isEmpty();
        assertThat(contacts(one)).isZero();
    }

    @Test
    void theNumberOfStatementsIsFixed() throws Exception {
        open("/contacts/new");
        int few = counter.during(() -> open("/contacts/new")).size();
        goal(own("Gita"), "Speak");
        goal(own("Hani"), "Speak");
        assertThat(counter.during(() -> open("/contacts/new"))).hasSize(few);
    }

    private ParticipantId own(String given) {
        ParticipantId person = village.participant(given, "Samen", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, coachAccount);
        return person;
    }

    private GoalId goal(ParticipantId person, String title) {
        Actor coach = village.actor(Role.COACH);
        return village.as(
                coach,
                () -> plans.addGoal(
                        coach, person, new GoalText(GoalDomain.SKILLS, title, null, null, null), List.of()));
    }

    private long contacts(ParticipantId person) {
        return jdbc.sql("select count(*) from contact where participant_id = ?")
                .param(person.value())
                .query(Long.class)
                .single();
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

    private MockHttpServletResponse keep(String... pairs) throws Exception {
        return send("/contacts/draft", pairs);
    }

    private MockHttpServletResponse send(String... pairs) throws Exception {
        return send("/contacts", pairs);
    }

    private MockHttpServletResponse send(String address, String[] pairs) throws Exception {
        var request = post(address).with(village.as(Role.COACH)).header("Accept-Language", "nl");
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
