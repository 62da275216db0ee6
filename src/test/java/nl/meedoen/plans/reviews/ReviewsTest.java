package nl.meedoen.plans.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.desk.Attention;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.ActionPlans;
import nl.meedoen.plans.GoalDomain;
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

/** Reviews appear by themselves, are held or skipped, and the municipality sees only when. */
@MeedoenTest
class ReviewsTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    ActionPlans plans;

    @Autowired
    ReviewAttention attention;

    @Autowired
    ReviewRounds rounds;

    @Autowired
    StatementCounter counter;

    private ParticipantId person;
    private Actor coach;
    private String path;

    @BeforeEach
    void aPlanOfSixWeeksAgo() {
        person = village.participant("Dina", "Proef", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, village.account(Role.COACH));
        coach = village.actor(Role.COACH);
        everything
                .sql("update glance set plan_on = ? where participant_id = ?")
                .params(village.today().minusWeeks(6), person.value())
                .update();
        village.run(
                coach,
                () -> plans.addGoal(
                        coach, person, new GoalText(GoalDomain.SKILLS, "Speak better", null, null, null), List.of()));
        path = "/participants/" + person + "/reviews";
    }

    @Test
    void withThePlanTheFirstReviewIsPlannedAndStandsOnToday() {
        LocalDate due = LocalDate.parse(glance());
        assertThat(due).isBetween(village.today(), village.today().plusDays(2));
        assertThat(mine()).extracting(Attention::due).containsExactly(due);
        assertThat(mine().get(0).path()).isEqualTo(path + "/" + planned());
    }

    @Test
    void holdingOnePlansTheNextAndCanBeTakenBack() throws Exception {
        String first = planned();
        Document form = open(path + "/" + first);
        String version = form.select("[name=version]").val();
        MockHttpServletResponse empty = send(path + "/" + first, "heldOn", "", "outcome", "", "version", version);
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(empty.getContentAsString()).select(".errors a").eachAttr("href"))
                .containsExactlyInAnyOrder("#heldOn", "#outcome");
        String today = village.today().toString();
        assertThat(send(path + "/" + first, "heldOn", today, "outcome", "Goes well", "version", version)
                        .getRedirectedUrl())
                .isEqualTo(path);
        assertThat(LocalDate.parse(glance())).isAfter(village.today().plusWeeks(5));
        assertThat(mine()).isEmpty();
        assertThat(open(path).select(".timeline p.prewrap").text()).isEqualTo("Goes well");
        assertThat(sealed()).doesNotContain("Goes well");
        send(path + "/" + first + "/reopen");
        assertThat(planned()).isEqualTo(first);
        assertThat(mine()).hasSize(1);
    }

    @Test
    void skippingOneAsksForAReason() throws Exception {
        String skip = path + "/" + planned() + "/skip";
        String version = open(skip).select("[name=version]").val();
        assertThat(send(skip, "reason", " ", "version", version).getStatus()).isEqualTo(422);
        assertThat(send(skip, "reason", "Holiday", "version", "77").getStatus()).isEqualTo(409);
        assertThat(send(skip, "reason", "Holiday", "version", version).getStatus())
                .isEqualTo(302);
        assertThat(open(path).select(".timeline h4").text()).isEqualTo("Evaluatie overgeslagen");
        assertThat(mine()).isEmpty();
    }

    @Test
    void anotherRhythmMovesTheNextOne() throws Exception {
        String version = open(path + "/rhythm").select("[name=version]").val();
        assertThat(send(path + "/rhythm", "everyWeeks", "40", "version", version)
                        .getStatus())
                .isEqualTo(422);
        send(path + "/rhythm", "everyWeeks", "12", "version", version);
        assertThat(LocalDate.parse(glance())).isAfter(village.today().plusWeeks(5));
        assertThat(open(path).select(".page-head p").text()).contains("Elke 12 weken");
        assertThat(send(path + "/rhythm", "everyWeeks", "3", "version", version).getStatus())
                .isEqualTo(409);
    }

    @Test
    void theJobPlansWhatIsMissing() {
        everything
                .sql("delete from review where participant_id = ?")
                .param(person.value())
                .update();
        rounds.look();
        assertThat(planned()).isNotNull();
    }

    @Test
    void theMunicipalityReadsTheDayAndNothingElse() throws Exception {
        village.consent(person);
        assertThat(as(Role.CLIENT_MANAGER, path).getStatus()).isEqualTo(403);
        Actor manager = village.actor(Role.CLIENT_MANAGER);
        assertThat(village.as(manager, () -> attention.of(manager))).isEmpty();
        String resident = as(Role.CLIENT_MANAGER, "/participants/" + person).getContentAsString();
        assertThat(resident).contains(String.valueOf(LocalDate.parse(glance()).getDayOfMonth()));
    }

    @Test
    void theNumberOfStatementsIsFixed() throws Exception {
        open(path);
        int few = counter.during(() -> open(path)).size();
        for (int i = 0; i < 3; i++) {
            String skip = path + "/" + planned() + "/skip";
            send(
                    skip,
                    "reason",
                    "No " + i,
                    "version",
                    open(skip).select("[name=version]").val());
        }
        assertThat(counter.during(() -> open(path))).hasSize(few);
    }

    private List<Attention> mine() {
        return village.as(coach, () -> attention.of(coach)).stream()
                .filter(one -> one.path().contains(person.toString()))
                .toList();
    }

    private String planned() {
        return everything
                .sql("select id::text from review where participant_id = ? and state = 'PLANNED'")
                .param(person.value())
                .query(String.class)
                .single();
    }

    private String sealed() {
        return everything
                .sql("select encode(outcome, 'escape') from review where participant_id = ? and outcome is not null")
                .param(person.value())
                .query(String.class)
                .single();
    }

    private String glance() {
        return everything
                .sql("select next_review_on::text from glance where participant_id = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }

    private Document open(String address) throws Exception {
        MockHttpServletResponse answer = as(Role.COACH, address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        assertThat(ValidHtml.check(answer.getContentAsString())).as(address).isEmpty();
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse as(Role role, String address) throws Exception {
        return mvc.perform(get(address).with(village.as(role)).header("Accept-Language", "nl"))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(String address, String... pairs) throws Exception {
        var request = post(address).with(village.as(Role.COACH)).header("Accept-Language", "nl");
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
