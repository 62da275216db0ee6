package nl.meedoen.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.placements.market.EmployerId;
import nl.meedoen.placements.market.OpeningId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@MeedoenTest
class PlacementPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Market market;

    @Autowired
    StatementCounter statements;

    @Test
    void everyPageIsValidHtml() throws Exception {
        LocalDate began = village.today().minusWeeks(14);
        ParticipantId person = market.seeker("Noor");
        EmployerId employer = market.employer("Restaurant De Proef");
        market.person(employer, "Piet Voorbeeld");
        OpeningId opening = market.opening(employer, OpeningKind.TRIAL_PLACE, 3);
        PlacementId id = market.running(
                person,
                employer,
                opening,
                OpeningKind.TRIAL_PLACE,
                began,
                village.today().plusDays(5));
        UUID checkIn = market.checkIn(id, person, 13, began.plusWeeks(13));
        for (String path : List.of(
                "/employers",
                "/employers?q=restaurant&sector=I&size=SMALL&open=yes",
                "/employers?q=bestaatniet",
                "/employers/new",
                "/employers/" + employer,
                "/employers/" + employer + "/edit",
                "/employers/" + employer + "/persons/new",
                "/employers/" + employer + "/openings/new",
                "/openings",
                "/openings?kind=TRIAL_PLACE&state=ALL",
                "/openings/" + opening,
                "/openings/" + opening + "/edit",
                "/openings/" + opening + "/propose",
                "/openings/" + opening + "/propose?q=amal",
                "/placements",
                "/placements?view=running&attention=term",
                "/placements/" + id,
                "/placements/" + id + "/extend",
                "/placements/" + id + "/finish",
                "/placements/" + id + "/papers",
                "/placements/" + id + "/stop",
                "/placements/" + id + "/agree",
                "/placements/" + id + "/interview",
                "/placements/" + id + "/check-ins/" + checkIn,
                "/participants/" + person + "/placements",
                "/participants/" + person + "/placements/new",
                "/participants/" + person + "/placements/new?q=niets&kind=EDUCATION")) {
            assertThat(findings(page(Role.COORDINATOR, path))).as(path).isEmpty();
        }
    }

    @Test
    void thePlacementPageSaysWhatIsNext() throws Exception {
        ParticipantId person = market.seeker("Omar");
        EmployerId employer = market.employer("Tuinderij Proef");
        OpeningId opening = market.opening(employer, OpeningKind.TRIAL_PLACE, 1);
        PlacementId id = market.running(
                person,
                employer,
                opening,
                OpeningKind.TRIAL_PLACE,
                village.today().minusDays(50),
                village.today().plusDays(10));

        String html = page(Role.COORDINATOR, "/placements/" + id);

        assertThat(html).contains("Deze plaatsing eindigt op", "Verlengen", "Mag 2 maanden duren");
    }

    @Test
    void aCoachReadsThePlacementsOfTheCaseloadButTakesNoSteps() throws Exception {
        EmployerId employer = market.employer("Hotel Proef");
        OpeningId opening = market.opening(employer, OpeningKind.INTERNSHIP, 1);
        PlacementId id = market.running(
                village.amal,
                employer,
                opening,
                OpeningKind.INTERNSHIP,
                village.today().minusDays(5),
                null);

        assertThat(page(Role.COACH, "/placements")).contains("Hotel Proef");
        String html = page(Role.COACH, "/placements/" + id);
        assertThat(html).contains("Hotel Proef").doesNotContain("/placements/" + id + "/finish", "/employers/");
        assertThat(findings(html)).isEmpty();
    }

    @Test
    void aClientManagerReadsKindStateAndDatesOnly() throws Exception {
        EmployerId employer = market.employer("Geheim Bedrijf");
        OpeningId opening = market.opening(employer, OpeningKind.EDUCATION, 1);
        market.running(
                village.amal,
                employer,
                opening,
                OpeningKind.EDUCATION,
                village.today().minusDays(5),
                null);

        String html = page(Role.CLIENT_MANAGER, "/participants/" + village.amal + "/placements");

        assertThat(html).contains("Opleiding", "Loopt").doesNotContain("Geheim Bedrijf", "Helpen", "/placements/");
        assertThat(findings(html)).isEmpty();
    }

    @Test
    void anEmployerNeedsItsFieldsAndAKnownMunicipality() throws Exception {
        String html = send(post("/employers").param("kvk", "123").param("municipality", "Nergenshuizen"), 422);

        assertThat(html)
                .contains("Vul een naam in", "acht cijfers", "Kies een sector", "Deze gemeente kennen we niet")
                .contains("Nergenshuizen");
        assertThat(findings(html)).isEmpty();
    }

    @Test
    void anEmployerIsAddedFoundAndChangedOnce() throws Exception {
        // no random number in it: nine digits of one may pass for a citizen number
        String name = "Café Söderström Proef";
        String location = mvc.perform(employer(post("/employers"), name, "1234 5678"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(page(Role.COORDINATOR, "/employers?q=soderstrom")).contains(name);
        assertThat(page(Role.COORDINATOR, "/employers?q=12345678")).contains(name);
        assertThat(send(employer(post("/employers"), "Dubbel", "12345678"), 422))
                .contains("al een werkgever met dit");

        String path = String.valueOf(location);
        mvc.perform(employer(post(path), name + " A", "12345678").param("version", "0"))
                .andExpect(status().is3xxRedirection());
        String stale = send(employer(post(path), name + " B", "12345678").param("version", "0"), 409);

        assertThat(stale)
                .contains("Iemand anders heeft dit net ook gewijzigd", name + " A")
                .doesNotContain("<dt>Postcode", "<dt>Gemeente");
        assertThat(org.jsoup.Jsoup.parse(stale).select("#name").val()).isEqualTo(name + " B");
        assertThat(findings(stale)).isEmpty();
    }

    @Test
    void aCitizenNumberIsRefusedInANote() throws Exception {
        EmployerId employer = market.employer("Notitie Proef");
        String html = send(
                post("/employers/" + employer + "/events")
                        .param("on", village.today().toString())
                        .param("kind", "CALL")
                        .param("note", "Zijn nummer is 111222333."),
                422);

        assertThat(html).contains("111222333");
        assertThat(findings(html)).isEmpty();
    }

    @Test
    void aParticipantIsProposedFromTheOpeningAndFromTheDossier() throws Exception {
        ParticipantId person = market.seeker("Pia");
        EmployerId employer = market.employer("Voorstel Proef");
        OpeningId first = market.opening(employer, OpeningKind.PAID_WORK, 1);
        OpeningId second = market.opening(employer, OpeningKind.PAID_WORK, 1);

        assertThat(page(Role.COORDINATOR, "/openings/" + first + "/propose?q=pia"))
                .contains("Pia Zoekt");
        assertThat(send(post("/openings/" + first + "/placements").param("q", "pia"), 422))
                .contains("Kies een deelnemer");
        mvc.perform(as(post("/openings/" + first + "/placements").param("chosen", person.toString())))
                .andExpect(status().is3xxRedirection());
        mvc.perform(as(post("/participants/" + person + "/placements").param("chosen", second.toString())))
                .andExpect(status().is3xxRedirection());

        assertThat(page(Role.COORDINATOR, "/participants/" + person + "/placements"))
                .contains("Voorstel Proef");
    }

    @Test
    void aRuleThatSaysNoStandsOnTheForm() throws Exception {
        ParticipantId person = market.seeker("Rami");
        EmployerId employer = market.employer("Regel Proef");
        OpeningId opening = market.opening(employer, OpeningKind.TRIAL_PLACE, 1);
        LocalDate began = village.today().minusDays(30);
        PlacementId id = market.running(
                person,
                employer,
                opening,
                OpeningKind.TRIAL_PLACE,
                began,
                village.today().plusDays(20));

        String html = send(
                post("/placements/" + id + "/extend")
                        .param("endsOn", began.plusMonths(7).toString()),
                422);

        assertThat(html).contains("hoogstens 6 maanden", began.plusMonths(7).toString());
        assertThat(findings(html)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/employers", "/openings", "/placements"})
    void aListAsksTheSameNumberOfStatementsForMoreRows(String path) throws Exception {
        row(0);
        page(Role.COORDINATOR, path);
        int few = count(path);
        for (int i = 1; i < 8; i++) {
            row(i);
        }

        assertThat(count(path)).isEqualTo(few);
    }

    @Test
    void listsTurnTheirPagesBothWays() throws Exception {
        String mark = "Bladeren " + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 30; i++) {
            market.employer("%s %02d".formatted(mark, i));
        }
        String path = "/employers?q=" + mark.substring(9);
        String first = page(Role.COORDINATOR, path);
        assertThat(first).contains(mark + " 00", mark + " 24").doesNotContain(mark + " 25", "rel=\"prev\"");
        String second = page(Role.COORDINATOR, link(first, "next"));
        assertThat(second).contains(mark + " 25", mark + " 29").doesNotContain(mark + " 24", "rel=\"next\"");
        assertThat(page(Role.COORDINATOR, link(second, "prev"))).contains(mark + " 00", mark + " 24");
    }

    private static String link(String html, String rel) {
        return org.jsoup.Jsoup.parse(html).select("a[rel=" + rel + "]").attr("href");
    }

    private void row(int i) {
        EmployerId employer = market.employer("Rij " + i);
        OpeningId opening = market.opening(employer, OpeningKind.PAID_WORK, 1);
        market.running(market.seeker("Rij" + i), employer, opening, OpeningKind.PAID_WORK, village.today(), null);
    }

    private int count(String path) throws Exception {
        return statements.during(() -> page(Role.COORDINATOR, path)).size();
    }

    private String page(Role role, String path) throws Exception {
        return mvc.perform(get(java.net.URI.create(path)).with(village.as(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String send(MockHttpServletRequestBuilder request, int expected) throws Exception {
        return mvc.perform(as(request))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request) {
        return request.with(village.as(Role.COORDINATOR));
    }

    private MockHttpServletRequestBuilder employer(MockHttpServletRequestBuilder request, String name, String kvk) {
        return as(request)
                .param("name", name)
                .param("kvk", kvk)
                .param("sector", "I")
                .param("size", "SMALL")
                .param("postcode", "1234ab")
                .param("municipality", "groningen")
                .param("region", village.north.value().toString());
    }

    /** Thymeleaf writes its own hidden fields with a slash, which is harmless. */
    private static List<String> findings(String html) {
        return ValidHtml.check(html).stream()
                .filter(finding -> !finding.contains("Trailing slash"))
                .toList();
    }
}
