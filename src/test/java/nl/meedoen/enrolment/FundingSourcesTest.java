package nl.meedoen.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Locale;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The list of projects that pay, and a run that chooses from it. */
@MeedoenTest
class FundingSourcesTest {

    private static final String HOME = "/admin/funding";
    private static int codes;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementCounter statements;

    private MockHttpServletResponse send(Role role, String path, String... pairs) throws Exception {
        var request = post(path).with(village.as(role)).locale(Locale.ENGLISH);
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private String html(Role role, String path) throws Exception {
        return mvc.perform(get(path).with(village.as(role)).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String project(String until, String... checks) throws Exception {
        String code = "PROEF-" + ++codes;
        String[] pairs = new String[8 + 2 * checks.length];
        String[] fixed = {"code", code, "name", "Proefproject", "from", "2026-01-01", "until", until};
        System.arraycopy(fixed, 0, pairs, 0, 8);
        for (int i = 0; i < checks.length; i++) {
            pairs[8 + 2 * i] = "checks";
            pairs[9 + 2 * i] = checks[i];
        }
        assertThat(send(Role.ADMINISTRATOR, HOME, pairs).getStatus()).isEqualTo(302);
        return code;
    }

    private String run() {
        ParticipantId person = village.participant("Betaald", "Project", village.alpha, Village.OWN_MUNICIPALITY);
        return "/participants/" + person + "/enrolment";
    }

    @Test
    void aRunChoosesAProjectAndAsksItsChecksAlone() throws Exception {
        String code = project("2099-12-31", "AGE", "MUNICIPALITY");
        String ended = project("2026-01-02", "AGE");
        String run = run();
        String form = html(Role.COORDINATOR, run + "/funding");
        assertThat(ValidHtml.check(form)).isEmpty();
        assertThat(Jsoup.parse(form).select("#source option").eachAttr("value"))
                .contains(code)
                .doesNotContain(ended);
        assertThat(send(Role.COORDINATOR, run + "/funding", "source", code).getStatus())
                .isEqualTo(302);
        Document page = Jsoup.parse(html(Role.COORDINATOR, run));
        assertThat(page.text()).contains(code, "31 December 2099", "0 of 2 met");
        assertThat(Jsoup.parse(html(Role.COORDINATOR, run + "/funding"))
                        .select("#source option[selected]")
                        .val())
                .isEqualTo(code);
    }

    @Test
    void anotherProjectIsTypedAndMissingDaysAreAskedFor() throws Exception {
        String run = run();
        Document refused = Jsoup.parse(send(Role.COORDINATOR, run + "/funding", "project", "ELDERS-" + codes)
                .getContentAsString());
        assertThat(refused.select("#from-error").text()).isNotEmpty();
        assertThat(refused.select("#project").val()).isEqualTo("ELDERS-" + codes);
        Document nothing = Jsoup.parse(send(Role.COORDINATOR, run + "/funding").getContentAsString());
        assertThat(nothing.select("#project-error").text()).contains("project code");
    }

    @Test
    void aCodeIsTakenOnceAndALateSaveShowsBoth() throws Exception {
        String code = project("2099-12-31");
        Document taken = Jsoup.parse(send(
                        Role.ADMINISTRATOR,
                        HOME,
                        "code",
                        code.toLowerCase(Locale.ROOT),
                        "name",
                        "Nog een",
                        "from",
                        "2026-01-01",
                        "until",
                        "2026-12-31")
                .getContentAsString());
        assertThat(taken.select("#code-error").text()).contains("already");
        assertThat(taken.select("#name").val()).isEqualTo("Nog een");
        String path = Jsoup.parse(html(Role.ADMINISTRATOR, HOME))
                .select("a:containsOwn(" + code + ")")
                .attr("href");
        String[] form = {"code", code, "name", "Eerst", "from", "2026-01-01", "until", "2026-12-31", "version", "0"};
        assertThat(send(Role.ADMINISTRATOR, path, form).getStatus()).isEqualTo(302);
        form[3] = "Later";
        MockHttpServletResponse late = send(Role.ADMINISTRATOR, path, form);
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(ValidHtml.check(late.getContentAsString())).isEmpty();
        Document both = Jsoup.parse(late.getContentAsString());
        assertThat(both.select("[role=alert] dl").text()).contains("Eerst");
        assertThat(both.select("#name").val()).isEqualTo("Later");
    }

    @Test
    void theListTakesAFixedNumberOfStatements() throws Exception {
        project("2099-12-31");
        html(Role.ADMINISTRATOR, HOME);
        int before = statements.during(() -> html(Role.ADMINISTRATOR, HOME)).size();
        project("2099-12-31");
        project("2099-12-31");
        assertThat(statements.during(() -> html(Role.ADMINISTRATOR, HOME))).hasSize(before);
    }

    @Test
    void onlyAdministratorsChangeItBehindTheFirstWallToo() {
        assertThatThrownBy(() -> village.run(
                        village.actor(Role.COORDINATOR),
                        () -> jdbc.sql(
                                        "insert into funding_source values (?, 'X', 'X', date '2026-01-01', date '2026-12-31', '{}')")
                                .param(Uuids.next())
                                .update()))
                .hasStackTraceContaining("row-level security");
    }
}
