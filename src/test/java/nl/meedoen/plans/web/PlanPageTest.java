package nl.meedoen.plans.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.List;
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
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@MeedoenTest
class PlanPageTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc jdbc;

    @Autowired
    StatementCounter counter;

    @Autowired
    ActionPlans plans;

    private ParticipantId person;
    private Actor coach;
    private String path;

    @BeforeEach
    void somebody() {
        person = village.participant("Dina", "Proef", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, village.account(Role.COACH));
        coach = village.actor(Role.COACH);
        path = "/participants/" + person;
    }

    @Test
    void aNewPlanAsksForTheFirstGoal() throws Exception {
        Document page = page();
        assertThat(page.select(".empty a").attr("href")).isEqualTo(path + "/goals/new");
        assertThat(page.select("form.composer")).hasSize(1);
        assertThat(page.select(".phases li")).isNotEmpty();
    }

    @Test
    void theWishStandsInItsOwnLanguageAndScript() throws Exception {
        post("/plan/wish", "wish", "أريد أن أعمل كهربائي", "language", "ar", "version", "0");
        Element wish = page().select(".wish blockquote").first();
        assertThat(wish.text()).contains("أريد أن أعمل");
        assertThat(wish.attr("lang")).isEqualTo("ar");
        assertThat(wish.attr("dir")).isEqualTo("rtl");
        post("/plan/wish", "wish", "Ik wil werken", "language", "nl", "version", "1");
        assertThat(page().select(".wish blockquote").attr("dir")).isEqualTo("ltr");
    }

    @Test
    void aGoalIsMadeWithItsFirstStepsInOneForm() throws Exception {
        post(
                "/goals",
                "domain",
                "SKILLS",
                "title",
                "Speak better Dutch",
                "targetOn",
                "2030-01-31",
                "steps[0].title",
                "Find a language buddy",
                "steps[0].owner",
                "COACH",
                "steps[0].dueOn",
                "2030-01-02",
                "steps[1].title",
                "",
                "steps[2].title",
                "Learn ten words",
                "steps[2].owner",
                "PARTICIPANT");
        Document page = page();
        assertThat(page.select(".goal h3").eachText()).containsExactly("Speak better Dutch");
        assertThat(page.select(".step .check + div a").eachText())
                .containsExactly("Find a language buddy", "Learn ten words");
        assertThat(page.select("#plan-count").text()).isEqualTo("1 doel. 0 van 2 stappen klaar.");
        assertThat(page.select(".step .sub").first().text()).contains("voor", "2030", "coach");
        assertThat(glance("phase")).isEqualTo("PLAN_AGREED");
        assertThat(glance("next_step")).isEqualTo("Find a language buddy");
    }

    @Test
    void aFormThatIsNotRightKeepsWhatWasTyped() throws Exception {
        MockHttpServletResponse answer =
                send(form("/goals", "title", "", "why", "To work again", "steps[1].title", "Something"));
        assertThat(answer.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select(".errors a").eachAttr("href")).containsExactlyInAnyOrder("#title", "#domain");
        assertThat(page.select("#why").text()).isEqualTo("To work again");
        assertThat(page.select("[name='steps[1].title']").val()).isEqualTo("Something");
        assertThat(ValidHtml.check(answer.getContentAsString())).isEmpty();
    }

    @Test
    void whatCannotBeReadIsShownAsItWasTyped() throws Exception {
        MockHttpServletResponse answer =
                send(form("/goals", "domain", "SKILLS", "title", "Speak", "targetOn", "tomorrow", "why", "Because"));
        assertThat(answer.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select(".errors a").eachAttr("href")).containsExactly("#targetOn");
        assertThat(page.select("#targetOn").val()).isEqualTo("tomorrow");
        assertThat(page.select("#title").val()).isEqualTo("Speak");
        assertThat(page.select("#why").text()).isEqualTo("Because");
        assertThat(page.select("[name=domain][checked]").val()).isEqualTo("SKILLS");
    }

    @Test
    void aCitizenNumberIsRefused() throws Exception {
        MockHttpServletResponse answer = send(form("/contacts", "channel", "TALK", "note", "BSN 111222333 is bekend"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("burgerservicenummer");
    }

    @Test
    void oneTapTicksAStepAndAnotherTakesItBackWithoutScript() throws Exception {
        goal("Speak better Dutch", step("Find a buddy", null));
        Element check = page().select(".step button.check").first();
        String finish = check.attr("formaction");
        assertThat(check.attr("aria-pressed")).isEqualTo("false");
        assertThat(send(go(finish)).getRedirectedUrl()).isEqualTo(path + "/plan");
        assertThat(send(go(finish)).getStatus()).isEqualTo(302);
        Element done = page().select(".step.is-done button.check").first();
        assertThat(done.attr("aria-pressed")).isEqualTo("true");
        assertThat(page().select(".timeline h3").first().text()).isEqualTo("Stap klaar: Find a buddy");
        assertThat(glance("phase")).isEqualTo("IN_ACTION");
        assertThat(glance("next_step")).isNull();
        send(go(done.attr("formaction")));
        assertThat(page().select(".step.is-done")).isEmpty();
        assertThat(glance("next_step")).isEqualTo("Find a buddy");
    }

    @Test
    void withScriptOnlyTheGoalIsDrawnAgain() throws Exception {
        GoalId goal = goal("Speak better Dutch", step("Find a buddy", null), step("Learn words", null));
        String finish = page().select(".step button.check").first().attr("data-hx-post");
        String part = send(go(finish).header("HX-Request", "true")).getContentAsString();
        Document drawn = Jsoup.parseBodyFragment(part);
        assertThat(drawn.select("section.goal").attr("id")).isEqualTo("goal-" + goal);
        assertThat(drawn.select(".said").text()).contains("Find a buddy staat op klaar", "Ongedaan maken");
        assertThat(drawn.select("#plan-count").attr("data-hx-swap-oob")).isEqualTo("true");
        assertThat(drawn.select("#plan-count").text()).isEqualTo("1 doel. 1 van 2 stappen klaar.");
        assertThat(drawn.select("h1, nav")).isEmpty();
    }

    @Test
    void theStatusMenuTellsWaitingFromHelp() throws Exception {
        goal("Speak better Dutch", step("Find a buddy", null));
        Document page = page();
        assertThat(page.select(".status .pop button").eachText())
                .containsExactly("Klaar", "Bezig", "Nog niet begonnen", "Wacht op iemand", "Hulp nodig");
        Element help = page.select(".status .pop button[value=HELP]").first();
        send(go(help.attr("formaction")).param("status", "HELP"));
        assertThat(page().select(".step .badge").text()).isEqualTo("Hulp nodig");
        assertThat(glance("phase")).isEqualTo("IN_ACTION");
    }

    @Test
    void anOverdueStepSaysHowLate() throws Exception {
        goal("Speak better Dutch", step("Find a buddy", village.today().minusDays(8)));
        assertThat(page().select(".step .late").text()).contains("8 dagen te laat");
        assertThat(glance("attention_on"))
                .isEqualTo(village.today().minusDays(7).toString());
    }

    @Test
    void anUpdateTakesItsNextStepAndAppointmentAlong() throws Exception {
        GoalId goal = goal("Find a work place");
        post("/plan/draft", "channel", "PHONE", "note", "We talked about");
        assertThat(page().select("#note").text()).isEqualTo("We talked about");
        assertThat(page().select("#draft-saved").text()).contains("Concept bewaard om");
        LocalDate next = village.today().plusDays(7);
        post(
                "/contacts",
                "channel",
                "PHONE",
                "note",
                "We talked about work.",
                "nextTitle",
                "Call the firm",
                "nextGoal",
                goal.toString(),
                "nextOwner",
                "COACH",
                "nextDue",
                next.toString(),
                "meetOn",
                next.toString(),
                "meetAt",
                "14:00",
                "meetTitle",
                "Practise",
                "meetPlace",
                "Library");
        Document page = page();
        assertThat(page.select("#note").text()).isEmpty();
        assertThat(page.select(".timeline li p.prewrap").first().text()).isEqualTo("We talked about work.");
        assertThat(page.select(".c-next strong").text()).isEqualTo("Practise");
        assertThat(page.select(".step a").eachText()).contains("Call the firm");
        assertThat(glance("last_contact_on")).isEqualTo(village.today().toString());
        assertThat(glance("next_appointment")).isEqualTo("Practise");
        assertThat(count("select count(*) from draft where place = 'contact:" + person + "'"))
                .isZero();
    }

    @Test
    void aDraftThatArrivesAfterItsTextWasSavedIsDropped() throws Exception {
        post("/contacts", "channel", "TALK", "note", "We talked about work.");
        post("/plan/draft", "channel", "TALK", "note", "We talked about work.");
        assertThat(page().select("#note").text()).isEmpty();
    }

    @Test
    void nothingIsSavedWhenOnePartIsWrong() throws Exception {
        MockHttpServletResponse answer = send(form(
                "/contacts",
                "channel",
                "TALK",
                "note",
                "Talked.",
                "meetOn",
                village.today().minusDays(1).toString(),
                "meetAt",
                "10:00"));
        assertThat(answer.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("details.composer-more").hasAttr("open")).isTrue();
        assertThat(page.select("#note").text()).isEqualTo("Talked.");
        assertThat(count("select count(*) from contact where participant_id = '" + person + "'"))
                .isZero();
    }

    @Test
    void whoAdjustsAGoalThatWasRewordedSeesBothTexts() throws Exception {
        GoalId goal = goal("Find work");
        String end = "/goals/" + goal + "/end";
        String version = Jsoup.parse(send(get(path + end)).getContentAsString())
                .select("[name=version]")
                .val();
        post("/goals/" + goal, "domain", "SKILLS", "title", "Their words", "version", version);
        MockHttpServletResponse answer = send(
                form(end, "how", "ADJUSTED", "reason", "It was too much.", "title", "My words", "version", version));
        assertThat(answer.getStatus()).isEqualTo(409);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("#title").val()).isEqualTo("My words");
        assertThat(page.select("#reason").text()).isEqualTo("It was too much.");
        assertThat(page.select(".notice dd").eachText()).contains("Their words");
        assertThat(page.select("[name=version]").val()).isNotEqualTo(version);
    }

    @Test
    void whatCannotBeReadAndWhatIsMissingAreSaidTogether() throws Exception {
        MockHttpServletResponse answer =
                send(form("/goals", "title", "Find work", "targetOn", "soon", "steps[1].dueOn", "later"));
        assertThat(answer.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select(".errors a").eachAttr("href"))
                .containsExactlyInAnyOrder("#domain", "#targetOn", "#steps%5B1%5D.dueOn");
        assertThat(page.select("#title").val()).isEqualTo("Find work");
        assertThat(page.select("#targetOn").val()).isEqualTo("soon");
    }

    @Test
    void whoSavesSecondSeesBothTexts() throws Exception {
        GoalId goal = goal("Speak better Dutch");
        String version = Jsoup.parse(send(get(path + "/goals/" + goal)).getContentAsString())
                .select("[name=version]")
                .val();
        post("/goals/" + goal, "domain", "SKILLS", "title", "Their words", "version", version);
        MockHttpServletResponse answer =
                send(form("/goals/" + goal, "domain", "SKILLS", "title", "My words", "version", version));
        assertThat(answer.getStatus()).isEqualTo(409);
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("#title").val()).isEqualTo("My words");
        assertThat(page.select(".notice dd").eachText()).contains("Their words");
        post(
                "/goals/" + goal,
                "domain",
                "SKILLS",
                "title",
                "My words",
                "version",
                page.select("[name=version]").val());
        assertThat(page().select(".goal h3").text()).isEqualTo("My words");
    }

    @Test
    void anAdjustedGoalHandsItsOpenStepsOn() throws Exception {
        GoalId goal = goal("Work as an electrician", step("Get the diploma", null));
        post(
                "/goals/" + goal + "/end",
                "how",
                "ADJUSTED",
                "reason",
                "Too far",
                "title",
                "Work as a helper",
                "version",
                "0");
        Document page = page();
        assertThat(page.select("#goal-" + goal)).isEmpty();
        assertThat(page.select(".goal[id] h3").text()).isEqualTo("Work as a helper");
        assertThat(page.select(".goal[id] .step a").eachText()).containsExactly("Get the diploma");
        assertThat(page.select("details.ended h3").text()).isEqualTo("Work as an electrician");
    }

    @Test
    void aGoalThatIsDroppedNeedsAReason() throws Exception {
        GoalId goal = goal("Work as an electrician");
        MockHttpServletResponse answer = send(form("/goals/" + goal + "/end", "how", "DROPPED", "version", "0"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.getContentAsString()).select(".errors a").attr("href"))
                .isEqualTo("#reason");
    }

    @Test
    void aStoppedEnrolmentTakesNoChanges() throws Exception {
        GoalId goal = goal("Speak better Dutch", step("Find a buddy", null));
        String finish = page().select(".step button.check").first().attr("formaction");
        jdbc.sql("update glance set status = 'WITHDRAWN' where participant_id = ?")
                .param(person.value())
                .update();
        for (String change : List.of(finish, path + "/goals/" + goal + "/achieve")) {
            MockHttpServletResponse answer = send(go(change));
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(answer.getContentAsString()).contains("Dit traject is gestopt");
        }
        assertThat(page().select("main form, button.check")).isEmpty();
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithThePlan() throws Exception {
        GoalId goal = goal("First", step("One", null));
        int few = counter.during(this::page).size();
        for (int i = 0; i < 4; i++) {
            goal("Goal " + i, step("a" + i, null), step("b" + i, village.today()), step("c" + i, null));
            String note = "Note " + i;
            post("/contacts", "channel", "TALK", "note", note, "nextTitle", "Next " + i, "nextGoal", goal.toString());
        }
        post("/plan/draft", "note", "Begun");
        List<String> many = counter.during(this::page);
        assertThat(many).hasSize(few);
        assertThat(many.size()).isLessThanOrEqualTo(14);
    }

    @Test
    void olderUpdatesComeAPartAtATime() throws Exception {
        for (int i = 1; i <= 12; i++) {
            post("/contacts", "channel", "TALK", "note", "Note " + i);
        }
        Document page = page();
        assertThat(page.select(".timeline > li")).hasSize(10);
        Element more = page.select(".more-updates a").first();
        Document part =
                Jsoup.parseBodyFragment(send(get(more.attr("data-hx-get"))).getContentAsString());
        assertThat(part.select("li p.prewrap").eachText()).containsExactly("Note 2", "Note 1");
        assertThat(part.select("h1")).isEmpty();
        Document plain =
                Jsoup.parse(send(get(more.attr("href").replace("#update", ""))).getContentAsString());
        assertThat(plain.select(".timeline p.prewrap").eachText()).containsExactly("Note 2", "Note 1");
    }

    @Test
    void whoSeesFollowsFromTheConsent() throws Exception {
        assertThat(page().select(".note").text()).contains("Dit zien Dina, jij", "alleen aantallen, geen namen");
        village.consent(person);
        assertThat(page().select(".note").text()).contains("de titels van de doelen");
    }

    @Test
    void everyPageIsValidHtml() throws Exception {
        GoalId goal =
                goal("Speak better Dutch", step("Find a buddy", village.today().minusDays(1)), step("Two", null));
        send(go(page().select(".step button.check").first().attr("formaction")));
        GoalId other = goal("Another", step("Three", null));
        post("/goals/" + other + "/end", "how", "DROPPED", "reason", "Not now", "version", "0");
        post(
                "/contacts",
                "channel",
                "TALK",
                "note",
                "We <b>talked</b>.",
                "meetOn",
                village.today().plusDays(3).toString(),
                "meetAt",
                "10:00");
        Document page = page();
        String step = page.select(".step a").first().attr("href");
        String appointment = page.select(".c-next .actions a").last().attr("href");
        String contact = page.select(".timeline .meta a").first().attr("href");
        for (String one : List.of(
                path + "/plan",
                path + "/plan/wish",
                path + "/goals/new",
                path + "/goals/" + goal,
                path + "/goals/" + goal + "/end",
                path + "/goals/" + goal + "/steps/new",
                step,
                appointment,
                contact,
                path + "/appointments/new")) {
            assertThat(ValidHtml.check(send(get(one)).getContentAsString()))
                    .as(one)
                    .isEmpty();
        }
    }

    private GoalId goal(String title, StepText... first) {
        GoalText text = new GoalText(GoalDomain.SKILLS, title, null, null, null);
        return village.as(coach, () -> plans.addGoal(coach, person, text, List.of(first)));
    }

    private static StepText step(String title, LocalDate due) {
        return new StepText(title, StepOwner.PARTICIPANT, due, null);
    }

    private Document page() throws Exception {
        MockHttpServletResponse answer = send(get(path + "/plan"));
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    private void post(String suffix, String... fields) throws Exception {
        MockHttpServletResponse answer = send(form(suffix, fields));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
    }

    private MockHttpServletRequestBuilder form(String suffix, String... fields) {
        MockHttpServletRequestBuilder request = go(path + suffix);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    private static MockHttpServletRequestBuilder go(String address) {
        return MockMvcRequestBuilders.post(address);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(village.as(Role.COACH)).header("Accept-Language", "nl"))
                .andReturn()
                .getResponse();
    }

    private String glance(String column) {
        return jdbc.sql("select " + column + "::text from glance where participant_id = ?")
                .param(person.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
