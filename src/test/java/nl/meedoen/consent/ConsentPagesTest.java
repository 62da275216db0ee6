package nl.meedoen.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.documents.Documents;
import nl.meedoen.documents.content.Papers;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Consents;
import nl.meedoen.participants.Consents.Purpose;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import nl.meedoen.webkit.RuleBroken;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** Asking, signing, recording, reading and taking back, as the pages do it. */
@MeedoenTest
class ConsentPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    Consents consents;

    @Autowired
    Documents documents;

    @Autowired
    StatementCounter statements;

    private ParticipantId person;
    private String path;

    @BeforeEach
    void somebody() {
        person = village.participant("Rania", "Tekent", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, village.account(Role.COACH));
        path = "/participants/" + person + "/consents";
    }

    private String html(String address) throws Exception {
        return mvc.perform(get(address).with(village.as(Role.COORDINATOR)).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(html(address));
    }

    private MockHttpServletResponse sign(String... parameters) throws Exception {
        var request = post(path + "/sign").with(village.as(Role.COORDINATOR)).param("purpose", "MUNICIPALITY");
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private UUID latest() {
        return everything
                .sql("select id from consent where participant_id = ? order by id desc limit 1")
                .param(person.value())
                .query(UUID.class)
                .single();
    }

    private int seenBy(Role role) throws Exception {
        return mvc.perform(get("/participants/" + person).with(village.as(role)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private void paper(boolean scan) throws Exception {
        var request = multipart(path);
        if (scan) {
            request.file(new MockMultipartFile("files", "scan.pdf", "application/pdf", Papers.pdf("Getekend")));
        }
        mvc.perform(request.with(village.as(Role.COORDINATOR))
                        .param("purpose", "EMPLOYERS")
                        .param("language", "en")
                        .param("on", village.today().minusDays(2).toString()))
                .andExpect(redirectedUrl(path));
    }

    @Test
    void theParticipantReadsNothingButTheTextInTheirOwnLanguage() throws Exception {
        String html = html(path + "/sign?purpose=MUNICIPALITY");
        assertThat(ValidHtml.check(html)).isEmpty();
        Document page = Jsoup.parse(html);
        assertThat(page.select("html[lang=ar][dir=rtl]")).hasSize(1);
        assertThat(page.select("header, nav, footer, a[href=/], form[action*=logout]"))
                .isEmpty();
        assertThat(page.select("h1").text()).contains("هل تسمح");
        assertThat(page.select("a").eachAttr("href")).allMatch(href -> href.startsWith(path));
        for (String language : List.of("nl", "en", "ar")) {
            String shown = html(path + "/sign?purpose=EMPLOYERS&language=" + language);
            assertThat(ValidHtml.check(shown)).isEmpty();
            assertThat(Jsoup.parse(shown).select("html").attr("lang")).isEqualTo(language);
        }
    }

    @Test
    void aSignatureThatWasDrawnOpensTheProgressAndIsSealed() throws Exception {
        assertThat(seenBy(Role.CLIENT_MANAGER)).isEqualTo(404);
        MockHttpServletResponse response = sign("language", "ar", "agree", "true", "strokes", StrokesTest.DRAWN);
        UUID consent = latest();
        assertThat(response.getRedirectedUrl()).isEqualTo(path + "/" + consent + "/thanks");
        assertThat(seenBy(Role.CLIENT_MANAGER)).isEqualTo(200);
        byte[] kept = everything
                .sql("select strokes from consent_signature where consent_id = ?")
                .param(consent)
                .query(byte[].class)
                .single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("L15 24");
        String record = html(path + "/" + consent);
        assertThat(ValidHtml.check(record)).isEmpty();
        Document page = Jsoup.parse(record);
        assertThat(page.select("svg.signature path").attr("d")).isEqualTo(StrokesTest.DRAWN);
        assertThat(page.select(".consent-body[lang=ar][dir=rtl] .consent-agree").text())
                .contains("أوافق");
        String thanks = html(path + "/" + consent + "/thanks");
        assertThat(ValidHtml.check(thanks)).isEmpty();
        assertThat(Jsoup.parse(thanks).select("html").attr("dir")).isEqualTo("rtl");
    }

    @Test
    void withoutScriptANameAndATickAreEnough() throws Exception {
        assertThat(sign("language", "nl", "agree", "true", "name", "Rania <Tekent>")
                        .getStatus())
                .isEqualTo(302);
        assertThat(html(path + "/" + latest())).contains("Rania &lt;Tekent&gt;");
    }

    @Test
    void whatIsMissingIsSaidInTheLanguageOfTheTextAndWhatWasTypedStays() throws Exception {
        MockHttpServletResponse response = sign("language", "ar", "name", "رانيا");
        assertThat(response.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(response.getContentAsString());
        assertThat(ValidHtml.check(response.getContentAsString())).isEmpty();
        assertThat(page.select(".errors a[href=#agree]").text()).matches("\\p{InArabic}.*");
        assertThat(page.select("#name").val()).isEqualTo("رانيا");
        assertThat(sign("language", "nl", "agree", "true").getStatus()).isEqualTo(422);
        assertThat(sign("language", "nl", "agree", "true", "name", "x", "version", "2020-9")
                        .getStatus())
                .isEqualTo(422);
        assertThat(sign("language", "xx", "agree", "true", "name", "x").getStatus())
                .isEqualTo(422);
        assertThat(everything
                        .sql("select count(*) from consent where participant_id = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aPaperIsRecordedWithItsScanAndTheScanStaysAsLongAsTheConsent() throws Exception {
        paper(true);
        UUID consent = latest();
        UUID scan = everything
                .sql("select scan_id from consent where id = ?")
                .param(consent)
                .query(UUID.class)
                .single();
        assertThat(page(path + "/" + consent).select("a[href=/participants/" + person + "/documents/" + scan + "]"))
                .hasSize(1);
        var coordinator = village.actor(Role.COORDINATOR);
        assertThatThrownBy(() -> village.run(coordinator, () -> documents.remove(coordinator, person, scan, "weg")))
                .isInstanceOfSatisfying(
                        RuleBroken.class, no -> assertThat(no.code()).isEqualTo("consent.holds-scan"));
        village.run(coordinator, () -> consents.withdraw(coordinator, person, consent));
        village.run(coordinator, () -> documents.remove(coordinator, person, scan, "weg"));
    }

    @Test
    void aScanMayComeLaterAndOnlyOnce() throws Exception {
        paper(false);
        UUID consent = latest();
        assertThat(page(path).select(".badge--wait").text()).contains("Scan missing");
        String to = path + "/" + consent + "/scan";
        for (int status : new int[] {302, 422}) {
            mvc.perform(multipart(to)
                            .file(new MockMultipartFile("files", "scan.pdf", "application/pdf", Papers.pdf("Getekend")))
                            .with(village.as(Role.COORDINATOR)))
                    .andExpect(status().is(status));
        }
        assertThat(page(path).select(".badge--wait")).isEmpty();
    }

    @Test
    void aFormThatIsNotFilledInSaysSo() throws Exception {
        MockHttpServletResponse response = mvc.perform(multipart(path)
                        .file(new MockMultipartFile("files", "Paspoort.pdf", "application/pdf", Papers.pdf("a")))
                        .with(village.as(Role.COORDINATOR))
                        .param("purpose", "RESEARCH")
                        .param("recipient", "Onderzoekers van de universiteit")
                        .param("on", village.today().plusDays(1).toString()))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(ValidHtml.check(response.getContentAsString())).isEmpty();
        Document page = Jsoup.parse(response.getContentAsString());
        assertThat(page.select(".errors a").eachAttr("href")).contains("#language", "#on", "#files");
        assertThat(page.select("#recipient").val()).isEqualTo("Onderzoekers van de universiteit");
    }

    @Test
    void everyPageIsValidAndTheHistoryTellsAll() throws Exception {
        sign("language", "nl", "agree", "true", "name", "Rania");
        UUID first = latest();
        mvc.perform(post(path + "/" + first + "/withdraw").with(village.as(Role.COORDINATOR)))
                .andExpect(redirectedUrl(path));
        assertThat(seenBy(Role.CLIENT_MANAGER)).isEqualTo(404);
        paper(false);
        for (String address : List.of(
                path,
                path + "/new?purpose=RESEARCH",
                path + "/new?purpose=MUNICIPALITY",
                path + "/paper?purpose=MUNICIPALITY&language=ar",
                path + "/paper?purpose=RESEARCH&language=nl&recipient=Bureau",
                path + "/" + latest(),
                path + "/" + first)) {
            assertThat(ValidHtml.check(html(address))).as(address).isEmpty();
        }
        Document overview = page(path);
        assertThat(overview.select("#purpose-MUNICIPALITY .rows li")).hasSize(1);
        assertThat(overview.select("#purpose-MUNICIPALITY .rows .badge").text()).isEqualTo("Withdrawn");
        assertThat(overview.select("#purpose-EMPLOYERS .rows .badge--ok").text())
                .isEqualTo("Valid");
        assertThat(page(path + "/paper?purpose=RESEARCH&language=nl&recipient=Bureau")
                        .text())
                .contains("Bureau");
    }

    @Test
    void theHistoryTakesAsManyStatementsHoweverLongItIs() throws Exception {
        int one = statements.during(() -> html(path)).size();
        for (int i = 0; i < 4; i++) {
            village.consent(person);
        }
        assertThat(statements.during(() -> html(path))).hasSize(one);
    }

    @Test
    void aConsentForOneMunicipalityOpensNothingToAnother() throws Exception {
        village.consent(person);
        assertThat(shared()).isEqualTo(village.today().plusYears(1));
        move(Village.FOREIGN_MUNICIPALITY);
        assertThat(shared()).isNull();
        assertThat(seenBy(Role.CLIENT_MANAGER)).isEqualTo(404);
        assertThat(page(path)
                        .select("#purpose-MUNICIPALITY .rows .badge--neutral")
                        .text())
                .isEqualTo("Other municipality");
        move(Village.OWN_MUNICIPALITY);
        assertThat(shared()).isEqualTo(village.today().plusYears(1));
        assertThat(seenBy(Role.CLIENT_MANAGER)).isEqualTo(200);
    }

    private void move(String municipality) {
        for (String table : List.of("participant", "glance", "participant_search")) {
            everything
                    .sql("update " + table + " set municipality_code = ? where "
                            + (table.equals("participant") ? "id" : "participant_id") + " = ?")
                    .params(municipality, person.value())
                    .update();
        }
    }

    private @org.jspecify.annotations.Nullable LocalDate shared() {
        return everything
                .sql("select shared_until from glance where participant_id = ?")
                .param(person.value())
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list()
                .get(0);
    }

    @Test
    void eachShareAsksForItsOwnPurpose() {
        var coordinator = village.actor(Role.COORDINATOR);
        for (Purpose purpose : Purpose.values()) {
            village.run(
                    coordinator,
                    () -> consents.give(coordinator, person, purpose, Consents.How.ORAL, "nl", village.today()));
            if (purpose == Purpose.MUNICIPALITY) {
                assertThat(shared()).isNotNull();
                village.run(coordinator, () -> consents.withdraw(coordinator, person, Purpose.MUNICIPALITY));
            }
        }
        assertThat(shared())
                .as("employers, research and photo open nothing to a municipality")
                .isNull();
    }
}
