package nl.meedoen.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Enrolling, finding, correcting, a coach, a consent and an end, as the coordinator's pages do it. */
@MeedoenTest
class EnrolPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    private MockHttpServletResponse open(Role role, String path) throws Exception {
        return mvc.perform(get(path).with(village.as(role)).locale(java.util.Locale.ENGLISH))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(String path, String... pairs) throws Exception {
        var request = post(path).with(village.as(Role.COORDINATOR)).locale(java.util.Locale.ENGLISH);
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private int asCoach(String coach, ParticipantId id) throws Exception {
        return mvc.perform(get("/participants/" + id).with(village.signIn(nl.meedoen.kernel.AccountId.of(coach))))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private ParticipantId enrolled(MockHttpServletResponse response) {
        assertThat(response.getStatus()).as(response.getErrorMessage()).isEqualTo(302);
        String path = String.valueOf(response.getRedirectedUrl());
        return ParticipantId.of(path.substring(path.lastIndexOf('/') + 1));
    }

    @Test
    void oneNameAndAMunicipalityAreEnough() throws Exception {
        ParticipantId id = enrolled(send("/participants/new", "givenNames", "Zahra-Enkel", "municipality", "GM0014"));
        Document page =
                Jsoup.parse(open(Role.COORDINATOR, "/participants/" + id).getContentAsString());
        assertThat(page.select("h1").text()).contains("Zahra-Enkel");
        assertThat(page.select(".badge").first().text()).isEqualTo("New");
    }

    @Test
    void aFormerMunicipalityAndAnyLanguageAreUnderstood() throws Exception {
        ParticipantId id = enrolled(send(
                "/participants/new",
                "givenNames",
                "Uit-Leek",
                "otherMunicipality",
                "gemeente Leek",
                "country",
                "Eritrese",
                "language",
                "ku"));
        String page = Jsoup.parse(open(Role.COORDINATOR, "/participants/" + id).getContentAsString())
                .text();
        assertThat(page).contains("Westerkwartier").contains("Eritrea").contains("Kurdish");
        Document edit = Jsoup.parse(
                open(Role.COORDINATOR, "/participants/" + id + "/edit").getContentAsString());
        assertThat(edit.select("input[name=language][checked]").val()).isEqualTo("ku");
        Document unclear = Jsoup.parse(send("/participants/new", "givenNames", "X", "otherMunicipality", "Gronin")
                .getContentAsString());
        assertThat(unclear.select("#otherMunicipality-error").text()).contains("Groningen");
    }

    @Test
    void aLanguageIsFoundWithoutScriptAndWhatWasTypedStays() throws Exception {
        MockHttpServletResponse response = send(
                "/participants/new",
                "givenNames",
                "Half-klaar",
                "municipality",
                "GM0014",
                "language",
                "ar",
                "languageQuery",
                "tigri",
                "search",
                "language");
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(ValidHtml.check(response.getContentAsString())).isEmpty();
        Document page = Jsoup.parse(response.getContentAsString());
        assertThat(page.select("#givenNames").val()).isEqualTo("Half-klaar");
        assertThat(page.select("#languageQuery").val()).isEqualTo("tigri");
        assertThat(page.select("input[name=language]").eachAttr("value")).contains("ar", "ti", "");
        assertThat(page.select("input[name=language][checked]").eachAttr("value"))
                .containsExactly("ar");
        String list = open(Role.COORDINATOR, "/participants?q=Half-klaar").getContentAsString();
        assertThat(Jsoup.parse(list).select(".table tbody tr"))
                .as("only searched")
                .isEmpty();
        assertThat(open(Role.COORDINATOR, "/languages?languageQuery=qqqq&language=ar")
                        .getContentAsString())
                .contains("value=\"ar\" checked");
        assertThat(open(Role.COORDINATOR, "/languages?languageQuery=qqqq").getContentAsString())
                .contains("Nothing found");
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndWhatWasTypedStays() throws Exception {
        MockHttpServletResponse response = send(
                "/participants/new",
                "surname",
                "Blijft-staan",
                "birthDay",
                "31",
                "birthMonth",
                "feb",
                "birthYear",
                "1990",
                "phone",
                "bel de buurvrouw",
                "remark",
                "BSN 111222333 staat in het systeem");
        assertThat(response.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(response.getContentAsString());
        assertThat(page.select("#surname").val()).isEqualTo("Blijft-staan");
        assertThat(page.select("#phone").val()).isEqualTo("bel de buurvrouw");
        assertThat(page.select("#birthDay-error").text()).contains("no such day");
        assertThat(page.select("#phone-error").text()).contains("not a phone number");
        assertThat(page.select("#remark-error").text()).isNotBlank();
        assertThat(page.select("#municipality-error").text()).contains("Choose a municipality");
        assertThat(page.select(".errors a")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(ValidHtml.check(response.getContentAsString())).isEmpty();
    }

    @Test
    void aLikelyDoubleIsShownBeforeAnybodyIsEnteredTwice() throws Exception {
        enrolled(send(
                "/participants/new",
                "givenNames",
                "Mohammed",
                "surname",
                "Haddad",
                "birthYear",
                "1977",
                "municipality",
                "GM0014",
                "another",
                "true"));
        MockHttpServletResponse second = send(
                "/participants/new",
                "givenNames",
                "Muhammad",
                "surname",
                "Hadad",
                "birthYear",
                "1977",
                "municipality",
                "GM0014");
        assertThat(second.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(second.getContentAsString()).select(".match").text())
                .contains("Mohammed Haddad");
        MockHttpServletResponse third =
                send("/participants/new", "originalName", "محمد حداد", "birthYear", "1977", "municipality", "GM0014");
        assertThat(Jsoup.parse(third.getContentAsString()).select(".match").text())
                .contains("Mohammed Haddad");
        enrolled(send(
                "/participants/new",
                "givenNames",
                "Muhammad",
                "surname",
                "Hadad",
                "birthYear",
                "1977",
                "municipality",
                "GM0014",
                "another",
                "true"));
    }

    @Test
    void theSameFormSentTwiceEnrolsOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        enrolled(send(
                "/participants/new",
                "givenNames",
                "Eenmaal",
                "surname",
                "Dubbelklik",
                "municipality",
                "GM0014",
                "_key",
                key));
        MockHttpServletResponse again = send(
                "/participants/new",
                "givenNames",
                "Eenmaal",
                "surname",
                "Dubbelklik",
                "municipality",
                "GM0014",
                "another",
                "true",
                "_key",
                key);
        assertThat(again.getStatus()).isEqualTo(303);
        assertThat(everything
                        .sql("select count(*) from participant where surname = 'Dubbelklik'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void theListFindsByFoldedPhoneticAndPartlyTypedNames() throws Exception {
        enrolled(send(
                "/participants/new",
                "givenNames",
                "Yousef",
                "surname",
                "Qassem",
                "municipality",
                "GM0014",
                "another",
                "true"));
        for (String q : List.of("yousef", "Youssef Kassem", "qass", "YUSUF")) {
            Document page = Jsoup.parse(open(Role.COORDINATOR, "/participants?q=" + q.replace(" ", "%20"))
                    .getContentAsString());
            assertThat(page.select("tbody th").text()).as(q).contains("Yousef Qassem");
        }
    }

    @Test
    void twoWhoChangeTheSameDossierAreToldAndNothingIsLost() throws Exception {
        ParticipantId id = enrolled(send(
                "/participants/new",
                "givenNames",
                "Samen",
                "surname",
                "Bewerkt",
                "municipality",
                "GM0014",
                "another",
                "true"));
        String first = Jsoup.parse(
                        open(Role.COORDINATOR, "/participants/" + id + "/edit").getContentAsString())
                .select("input[name=version]")
                .val();
        assertThat(send(
                                "/participants/" + id + "/edit",
                                "givenNames",
                                "Samen",
                                "surname",
                                "Eerste",
                                "municipality",
                                "GM0014",
                                "version",
                                first)
                        .getStatus())
                .isEqualTo(302);
        MockHttpServletResponse second = send(
                "/participants/" + id + "/edit",
                "givenNames",
                "Samen",
                "surname",
                "Tweede",
                "municipality",
                "GM0014",
                "version",
                first);
        assertThat(second.getStatus()).isEqualTo(409);
        Document page = Jsoup.parse(second.getContentAsString());
        assertThat(page.select("#surname").val()).isEqualTo("Tweede");
        assertThat(page.select(".notice").text()).contains("Eerste");
        assertThat(send(
                                "/participants/" + id + "/edit",
                                "givenNames",
                                "Samen",
                                "surname",
                                "Tweede",
                                "municipality",
                                "GM0014",
                                "version",
                                page.select("input[name=version]").val())
                        .getStatus())
                .isEqualTo(302);
        Document log = Jsoup.parse(
                open(Role.COORDINATOR, "/participants/" + id + "/log").getContentAsString());
        assertThat(log.text()).contains("Eerste").contains("Tweede");
    }

    @Test
    void aCoachIsProposedWithReasonsAndAssigned() throws Exception {
        ParticipantId id = enrolled(send(
                "/participants/new",
                "givenNames",
                "Zoekt",
                "surname",
                "Coach",
                "municipality",
                "GM0014",
                "language",
                "ar",
                "another",
                "true"));
        Document page = Jsoup.parse(
                open(Role.COORDINATOR, "/participants/" + id + "/coach").getContentAsString());
        assertThat(page.select(".proposal").first().text())
                .contains("Speaks the language")
                .contains("Same municipality");
        String coach = page.select("input[name=coach]").first().val();
        assertThat(send(
                                "/participants/" + id + "/coach",
                                "coach",
                                coach,
                                "from",
                                village.today().toString())
                        .getStatus())
                .isEqualTo(302);
        assertThat(asCoach(coach, id)).isEqualTo(200);
        assertThat(send("/participants/" + id + "/coach/release").getStatus()).isEqualTo(302);
        assertThat(asCoach(coach, id)).isEqualTo(404);
    }

    @Test
    void consentOpensTheProgressAndWithdrawalClosesIt() throws Exception {
        ParticipantId id = enrolled(send(
                "/participants/new",
                "givenNames",
                "Wel",
                "surname",
                "Delen",
                "municipality",
                "GM0014",
                "shareMunicipality",
                "true",
                "another",
                "true"));
        MockHttpServletResponse seen = open(Role.CLIENT_MANAGER, "/participants/" + id);
        assertThat(seen.getStatus()).isEqualTo(200);
        assertThat(ValidHtml.check(seen.getContentAsString())).isEmpty();
        assertThat(send("/participants/" + id + "/consents/withdraw", "purpose", "MUNICIPALITY")
                        .getStatus())
                .isEqualTo(302);
        assertThat(open(Role.CLIENT_MANAGER, "/participants/" + id).getStatus()).isEqualTo(404);
    }

    @Test
    void anEndedEnrolmentTakesNoCoachAndCanBeReopened() throws Exception {
        ParticipantId id = enrolled(send(
                "/participants/new",
                "givenNames",
                "Stopt",
                "surname",
                "Even",
                "municipality",
                "GM0014",
                "another",
                "true"));
        assertThat(send(
                                "/participants/" + id + "/end",
                                "kind",
                                "MOVED",
                                "on",
                                village.today().toString())
                        .getStatus())
                .isEqualTo(302);
        assertThat(send(
                                "/participants/" + id + "/coach",
                                "coach",
                                village.account(Role.COACH).toString(),
                                "from",
                                village.today().toString())
                        .getStatus())
                .isEqualTo(422);
        assertThat(send("/participants/" + id + "/reopen").getStatus()).isEqualTo(302);
        assertThat(send(
                                "/participants/" + id + "/ladder",
                                "rung",
                                "3",
                                "moment",
                                "START",
                                "on",
                                village.today().toString())
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void thePagesAreValidHtml() throws Exception {
        for (String path : List.of(
                "/participants",
                "/participants?q=zzzz",
                "/participants/new",
                "/participants/" + village.amal,
                "/participants/" + village.amal + "/edit",
                "/participants/" + village.amal + "/coach",
                "/participants/" + village.amal + "/end",
                "/participants/" + village.amal + "/ladder",
                "/participants/" + village.amal + "/reachability",
                "/participants/" + village.amal + "/log")) {
            MockHttpServletResponse response = open(Role.COORDINATOR, path);
            assertThat(response.getStatus()).as(path).isEqualTo(200);
            assertThat(response.getContentAsString()).as(path).doesNotContain("??");
            assertThat(ValidHtml.check(response.getContentAsString())).as(path).isEmpty();
        }
    }

    @Test
    void theExportHoldsTheListAndDisarmsFormulas() throws Exception {
        enrolled(send(
                "/participants/new",
                "givenNames",
                "=HYPERLINK(\"x\")",
                "surname",
                "Formule",
                "municipality",
                "GM0014",
                "another",
                "true"));
        MockHttpServletResponse csv = open(Role.COORDINATOR, "/participants/export.csv?q=Formule");
        assertThat(csv.getStatus()).isEqualTo(200);
        assertThat(csv.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("'=HYPERLINK")
                .doesNotContain(";=HYPERLINK");
        assertThat(open(Role.COORDINATOR, "/participants/export.xlsx").getContentAsByteArray())
                .startsWith("PK".getBytes());
    }
}
