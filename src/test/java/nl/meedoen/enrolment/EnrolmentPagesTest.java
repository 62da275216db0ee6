package nl.meedoen.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
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

@MeedoenTest
class EnrolmentPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    StatementCounter statements;

    private ParticipantId person;
    private String path;

    @BeforeEach
    void somebody() {
        person = village.participant("Selam", "Verloop", village.alpha, Village.OWN_MUNICIPALITY);
        path = "/participants/" + person + "/enrolment";
    }

    private String html(String address, Role role) throws Exception {
        return mvc.perform(get(address).with(village.as(role)).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletResponse send(String to, String... parameters) throws Exception {
        var request = post(to).with(village.as(Role.COORDINATOR)).locale(Locale.ENGLISH);
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    @Test
    void aRunFromTheLineToAftercare() throws Exception {
        assertThat(send(path + "/move-up", "reason", "Begint snel").getRedirectedUrl())
                .isEqualTo("/waiting-list");
        assertThat(html("/waiting-list", Role.COORDINATOR)).contains("Begint snel");
        assertThat(send(path + "/funding", "project", "AMIF-9", "from", "2026-01-01", "until", "2027-12-31")
                        .getStatus())
                .isEqualTo(302);
        assertThat(send(path + "/checks/new", "kind", "AGE", "met", "true", "remark", "Brief gezien")
                        .getStatus())
                .isEqualTo(302);
        village.assign(person, village.account(Role.COACH));
        assertThat(send(
                                "/participants/" + person + "/end",
                                "kind",
                                "COMPLETED",
                                "on",
                                village.today().toString())
                        .getStatus())
                .as("the outcome is asked for")
                .isEqualTo(422);
        assertThat(send(
                                "/participants/" + person + "/end",
                                "kind",
                                "COMPLETED",
                                "outcome",
                                "PAID_WORK",
                                "on",
                                village.today().toString())
                        .getStatus())
                .isEqualTo(302);
        Document page = Jsoup.parse(html(path, Role.COORDINATOR));
        assertThat(page.text()).contains("AMIF-9", "1 of 5 met", "Outcome: Paid work", "After 13 weeks");
        everything
                .sql("update aftercare_check_in set due_on = current_date where participant_id = ? and weeks = 13")
                .param(person.value())
                .update();
        assertThat(html("/today?all=enrolment.attention.check-in", Role.COORDINATOR))
                .contains(person + "/enrolment");
    }

    @Test
    void whoSavesSecondSeesBothAndLosesNothing() throws Exception {
        String source = Jsoup.parse(html(path + "/funding", Role.COORDINATOR))
                .select("input[name=version]")
                .val();
        send(path + "/funding", "project", "AMIF-1", "from", "2026-01-01", "until", "2026-12-31", "version", source);
        MockHttpServletResponse late = send(
                path + "/funding", "project", "AMIF-2", "from", "2026-02-01", "until", "2027-01-31", "version", source);
        assertThat(late.getStatus()).isEqualTo(409);
        Document both = Jsoup.parse(late.getContentAsString());
        assertThat(both.select(".notice dl").text()).contains("AMIF-1", "1 January 2026", "31 December 2026");
        assertThat(both.select("#project").val()).isEqualTo("AMIF-2");
        assertThat(both.select("#from").val()).isEqualTo("2026-02-01");
        assertThat(ValidHtml.check(late.getContentAsString())).isEmpty();
        String now = both.select("input[name=version]").val();
        assertThat(send(
                                path + "/funding",
                                "project",
                                "AMIF-2",
                                "from",
                                "2026-02-01",
                                "until",
                                "2027-01-31",
                                "version",
                                now)
                        .getStatus())
                .isEqualTo(302);

        String day = village.today().minusDays(40).toString();
        String other = village.today().minusDays(50).toString();
        String run = Jsoup.parse(html(path + "/correct", Role.COORDINATOR))
                .select("input[name=version]")
                .val();
        assertThat(send(path + "/correct", "registeredOn", day, "reason", "Eerste", "version", run)
                        .getStatus())
                .isEqualTo(302);
        late = send(path + "/correct", "registeredOn", other, "reason", "Tweede", "version", run);
        assertThat(late.getStatus()).isEqualTo(409);
        both = Jsoup.parse(late.getContentAsString());
        assertThat(both.select("#registeredOn").val()).isEqualTo(other);
        assertThat(both.select("#reason").text()).isEqualTo("Tweede");
        assertThat(both.select(".notice dd").first().text()).isNotEqualTo("–");
        assertThat(ValidHtml.check(late.getContentAsString())).isEmpty();
    }

    @Test
    void everyPageIsValid() throws Exception {
        send(path + "/move-up", "reason", "Begint <snel>");
        send(path + "/funding", "project", "AMIF-9", "from", "2026-01-01", "until", "2027-12-31");
        send(path + "/checks/new", "kind", "AGE", "met", "false", "remark", "Te jong");
        send(path + "/checks/new", "kind", "AGE", "met", "true", "remark", "Brief gezien");
        for (String address : List.of(
                "/waiting-list",
                path,
                path + "/correct",
                path + "/reopen",
                path + "/move-up",
                path + "/funding",
                path + "/checks/new",
                path + "/checks/new?kind=AGE",
                path + "/transfer",
                "/participants/" + person + "/end")) {
            assertThat(ValidHtml.check(html(address, Role.COORDINATOR)))
                    .as(address)
                    .isEmpty();
        }
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndWhatWasTypedStays() throws Exception {
        for (String form : List.of("/correct", "/reopen", "/move-up", "/funding", "/checks/new", "/transfer")) {
            MockHttpServletResponse response = send(path + form, "remark", "blijft staan", "project", "blijft staan");
            assertThat(response.getStatus()).as(form).isEqualTo(422);
            assertThat(ValidHtml.check(response.getContentAsString())).as(form).isEmpty();
            assertThat(Jsoup.parse(response.getContentAsString()).select(".errors a, .errors span"))
                    .as(form)
                    .isNotEmpty();
        }
        assertThat(send(path + "/checks/new", "remark", "blijft staan").getContentAsString())
                .contains("blijft staan");
    }

    @Test
    void theLineTakesAsManyStatementsHoweverLongItIs() throws Exception {
        int some =
                statements.during(() -> html("/waiting-list", Role.COORDINATOR)).size();
        for (int i = 0; i < 5; i++) {
            village.participant("Lang" + i, "Rij", village.alpha, Village.OWN_MUNICIPALITY);
        }
        assertThat(statements.during(() -> html("/waiting-list", Role.COORDINATOR)))
                .hasSize(some);
    }
}
