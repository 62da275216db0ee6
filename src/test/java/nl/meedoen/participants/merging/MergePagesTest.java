package nl.meedoen.participants.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Locale;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Caseload;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.support.MeedoenTest;
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

/** From the list over the choice and the preview to one dossier, and back; with forms alone. */
@MeedoenTest
class MergePagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Caseload caseload;

    @Autowired
    Pairs pairs;

    private ParticipantId first;
    private ParticipantId second;
    private String path;

    @BeforeEach
    void two() {
        Actor actor = village.actor(Role.COORDINATOR);
        first = enrol(actor, "Salma <b>Khoury</b>", "06 12340301");
        second = enrol(actor, "Salma Khouri", "06 12340302");
        PairId pair = village.as(
                actor,
                () -> pairs.add(
                        actor,
                        enrolments.known(actor, first).number(),
                        enrolments.known(actor, second).number()));
        path = "/participants/doubles/" + pair;
    }

    private ParticipantId enrol(Actor actor, String name, String phone) {
        return Twice.enrol(
                village, enrolments, actor, Twice.somebody(name, "03-03-1990", phone, Village.OWN_MUNICIPALITY));
    }

    private MockHttpServletResponse open(String address) throws Exception {
        return answer(get(address));
    }

    private MockHttpServletResponse send(String address, String... sent) throws Exception {
        MockHttpServletRequestBuilder request = post(address);
        for (int i = 0; i < sent.length; i += 2) request.param(sent[i], sent[i + 1]);
        return answer(request);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(village.as(Role.COORDINATOR)).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
    }

    private static Document page(MockHttpServletResponse response) throws Exception {
        assertThat(ValidHtml.check(response.getContentAsString())).isEmpty();
        return Jsoup.parse(response.getContentAsString());
    }

    @Test
    void oneChoosesLooksMergesAndTakesItBack() throws Exception {
        Document choose = page(open(path));
        assertThat(choose.select("fieldset legend").eachText())
                .contains("Which number stays?", "Which enrolment stays open?", "Phone", "Remark");
        Document unanswered = page(send(path + "/preview", "stays", "first"));
        assertThat(unanswered.select(".error").text()).contains("Choose which enrolment stays open");

        MockHttpServletResponse previewed = send(
                path + "/preview",
                "stays",
                "first",
                "enrolment",
                "first",
                "phone",
                "second",
                "firstVersion",
                "0",
                "secondVersion",
                "0");
        Document preview = page(previewed);
        assertThat(preview.text()).contains("06 12340302", "1 enrolment", "Nothing has changed yet");
        Element form = preview.select("form[action$=/merge]").first();
        assertThat(form).isNotNull();

        MockHttpServletRequestBuilder merge = post(path + "/merge");
        form.select("input[type=hidden]").forEach(input -> {
            if (!input.attr("name").startsWith("_")) merge.param(input.attr("name"), input.attr("value"));
        });
        assertThat(answer(merge).getRedirectedUrl()).isEqualTo("/participants/" + first);

        MockHttpServletResponse old = open("/participants/" + second + "/log");
        assertThat(old.getRedirectedUrl()).isEqualTo("/participants/" + first + "/log");
        assertThat(send("/participants/" + second + "/intake").getRedirectedUrl())
                .isEqualTo("/participants/" + first);
        String number = numberOf(page(open("/participants/doubles?part=merged")));
        assertThat(page(open("/participants?q=" + number)).select("tbody a").text())
                .contains("Khoury");

        Document merged = page(open("/participants/doubles?part=merged"));
        String undo = merged.select("a[href*=/participants/merges/]").first().attr("href");
        assertThat(page(open(undo)).text()).contains("Both dossiers come back");
        assertThat(send(undo + "/undo").getRedirectedUrl()).isEqualTo("/participants/" + second);
        assertThat(open("/participants/" + second).getStatus()).isEqualTo(200);
        assertThat(send(undo + "/undo").getStatus()).isEqualTo(422);
    }

    private static String numberOf(Document merged) {
        return merged.select(".rows .sub").first().text().split(" ")[0];
    }

    @Test
    void twoCoachesAskForAChoice() throws Exception {
        Actor actor = village.actor(Role.COORDINATOR);
        village.run(actor, () -> {
            caseload.assign(actor, first, village.account(Role.COACH), village.today(), null);
            caseload.assign(actor, second, village.account(Role.COACH), village.today(), null);
        });
        MockHttpServletResponse refused = send(path + "/merge", "stays", "first", "enrolment", "first");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(page(refused).select(".error").text()).contains("Choose which coach stays");
        MockHttpServletResponse stale =
                send(path + "/merge", "stays", "first", "enrolment", "first", "coach", "first", "firstVersion", "7");
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(page(stale).text()).contains("Somebody changed one of the dossiers");
    }

    @Test
    void somebodyElseNeedsAReason() throws Exception {
        MockHttpServletResponse refused = send(path + "/dismiss", "reason", " ");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(page(refused).select(".error").text()).contains("Say in a few words");
        assertThat(send(path + "/dismiss", "reason", "a sister").getStatus()).isEqualTo(302);
        assertThat(page(open("/participants/doubles?part=dismissed")).text()).contains("a sister");
        assertThat(send(path + "/restore").getStatus()).isEqualTo(302);
    }

    @Test
    void anUnknownNumberIsSaidAndStays() throws Exception {
        MockHttpServletResponse refused = send("/participants/doubles", "firstNumber", "VIP-1", "secondNumber", "x");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(page(refused).select("#first-number").val()).isEqualTo("VIP-1");
    }
}
