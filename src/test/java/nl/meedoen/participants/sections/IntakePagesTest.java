package nl.meedoen.participants.sections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** An intake in sections: any order, stopped half-way and gone on with, by two at once, on paper. */
@MeedoenTest
class IntakePagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    StatementCounter counter;

    private ParticipantId somebody(String name) {
        return village.participant(name, "Intake", village.alpha, Village.OWN_MUNICIPALITY);
    }

    private Document page(Role role, String path) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        get(path).with(village.as(role)).locale(java.util.Locale.ENGLISH))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        assertThat(ValidHtml.check(response.getContentAsString())).as(path).isEmpty();
        return Jsoup.parse(response.getContentAsString());
    }

    private MockHttpServletResponse send(Role role, String path, String... pairs) throws Exception {
        var request = post(path).with(village.as(role)).locale(java.util.Locale.ENGLISH);
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private String version(ParticipantId id, String section) throws Exception {
        return page(Role.COORDINATOR, path(id, section))
                .select(".form input[name=version]")
                .val();
    }

    private static String path(ParticipantId id, String section) {
        return "/participants/" + id + "/intake" + (section.isEmpty() ? "" : "/" + section);
    }

    private void save(ParticipantId id, String section, String... pairs) throws Exception {
        List<String> boxes = new ArrayList<>(Arrays.asList(pairs));
        boxes.addAll(List.of("version", version(id, section)));
        MockHttpServletResponse response = send(Role.COORDINATOR, path(id, section), boxes.toArray(String[]::new));
        assertThat(response.getStatus())
                .as(section
                        + Jsoup.parse(response.getContentAsString())
                                .select(".errors")
                                .text())
                .isEqualTo(302);
    }

    private void wholeIntake(ParticipantId id) throws Exception {
        save(id, "wishes", "ownWords", "Ik wil bakken, net als mijn vader", "licences", "B", "digital", "PHONE");
        send(Role.COORDINATOR, path(id, "wishes/occupations"), "q", "bakker", "occupation", "7512.1");
        save(
                id,
                "identity",
                "givenNames",
                "Amanuel",
                "aliases",
                "Aman",
                "birthYear",
                "1991",
                "birthSource",
                "AUTHORITY");
        save(id, "reachability", "phone", "06 00001234", "language", "ti", "interpreter", "true");
        save(
                id,
                "background",
                "country",
                "Eritrea",
                "municipality",
                "GM0014",
                "permitKind",
                "ASYLUM_FIXED",
                "permitFrom",
                "2024-02-01",
                "permitUntil",
                "2029-02-01",
                "arrivedYear",
                "2023",
                "clientNumber",
                "KL-7",
                "benefit",
                "PARTICIPATION_ACT",
                "benefitFrom",
                "2024-03-01");
        save(
                id,
                "household",
                "kind",
                "PARTNER_CHILDREN",
                "children",
                "2",
                "hours",
                "24",
                "days",
                "MONDAY",
                "days",
                "FRIDAY");
        save(id, "limits", "any", "true", "limits", "LIFTING", "aids", "BREAKS");
        save(
                id,
                "integration",
                "act",
                "ACT_2021",
                "route",
                "B1",
                "termFrom",
                "2025-01-10",
                "knmState",
                "PASSED",
                "knmOn",
                "2026-01-10");
        save(
                id,
                "language",
                "listening",
                "A2",
                "speaking",
                "A1",
                "source",
                "TEST",
                "on",
                village.today().toString());
        save(
                id,
                "education",
                "level",
                "3",
                "title",
                "Bakkersvak",
                "country",
                "Eritrea",
                "diploma",
                "LOST",
                "valuation",
                "NONE");
        save(id, "work", "occupation", "5120.1", "fromYear", "2012", "untilYear", "2020", "country", "Sudan");
        save(
                id,
                "ladder",
                "rung1",
                "false",
                "rung3",
                "false",
                "rung4",
                "true",
                "rung5",
                "true",
                "growth1",
                "true",
                "growth2",
                "true",
                "growth3",
                "false",
                "growth4",
                "true",
                "growth5",
                "true",
                "moment",
                "START",
                "on",
                village.today().toString());
    }

    @Test
    void aWholeIntakeInAnyOrder() throws Exception {
        ParticipantId id = somebody("Heel");
        assertThat(page(Role.COORDINATOR, path(id, ""))
                        .select(".intake .meter")
                        .first()
                        .text())
                .isEqualTo("0 of 11 parts done");
        wholeIntake(id);
        Document overview = page(Role.COORDINATOR, path(id, ""));
        assertThat(overview.select(".intake .meter").first().text()).isEqualTo("11 of 11 parts done");
        String dossier = page(Role.COORDINATOR, "/participants/" + id).text();
        assertThat(dossier)
                .contains("Amanuel", "Aman", "Eritrea", "24 hours a week", "Lifting and carrying", "bakker", "kok")
                .contains("Ik wil bakken, net als mijn vader", "KL-7", "Social assistance")
                .contains("January 2028", "1 of 4", "growth potential 4 of 5", "Rung 3");
        Document paper = page(Role.COORDINATOR, path(id, "print"));
        assertThat(paper.text()).contains("Amanuel", "Bakkersvak", "Signature of the participant");

        send(Role.COORDINATOR, path(id, ""), "on", village.today().toString());
        assertThat(everything
                        .sql("select status || ' ' || phase from glance where participant_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("INTAKE INTAKE_DONE");
        assertThat(everything
                        .sql("select language_level from participant where id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single())
                .as("the lowest of the skills")
                .isEqualTo("A1");
    }

    @Test
    void aCoachReadsAllButBenefitAndClientNumber() throws Exception {
        ParticipantId id = somebody("Gecoacht");
        wholeIntake(id);
        village.assign(id, village.account(Role.COACH));
        for (String path : List.of("/participants/" + id, path(id, "print"))) {
            assertThat(page(Role.COACH, path).text())
                    .contains("Eritrea", "Lifting and carrying", "Ik wil bakken")
                    .doesNotContain("KL-7")
                    .doesNotContain("Social assistance");
        }
        String seen = page(Role.COACH, path(id, "reachability"))
                .select("input[name=version]")
                .val();
        assertThat(send(Role.COACH, path(id, "reachability"), "phone", "06 00009999", "version", seen)
                        .getStatus())
                .isEqualTo(302);
        assertThat(send(Role.COACH, path(id, "drafts/household"), "note", "mag niet")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void stoppedHalfWayAndGoneOnTomorrow() throws Exception {
        ParticipantId id = somebody("Half");
        String seen = version(id, "wishes");
        MockHttpServletResponse kept = send(
                Role.COORDINATOR,
                path(id, "drafts/wishes"),
                "ownWords",
                "Ik was kapper & wil",
                "licences",
                "B",
                "licences",
                "C",
                "version",
                seen,
                "_csrf",
                "x",
                "_key",
                "y");
        assertThat(kept.getRedirectedUrl()).isEqualTo(path(id, ""));
        assertThat(page(Role.COORDINATOR, path(id, "")).select(".badge--busy").text())
                .contains("Begun");
        Document again = page(Role.COORDINATOR, path(id, "wishes"));
        assertThat(again.select("#ownWords").text()).isEqualTo("Ik was kapper & wil");
        assertThat(again.select("input[name=licences][checked]").eachAttr("value"))
                .containsExactly("B", "C");
        assertThat(again.select(".draft-note").text()).contains("Your draft");
        assertThat(page(Role.COORDINATOR, path(id, "wishes")).select("form .form-buttons button[value=next]"))
                .hasSize(1);
        save(id, "wishes", "ownWords", "Ik was kapper & wil");
        assertThat(drafts(id)).as("the draft has done its work").isZero();
        // the browser's last draft overtook by the form: it is not brought back to life
        send(Role.COORDINATOR, path(id, "drafts/wishes"), "ownWords", "Ik was kapper & wil", "version", seen);
        assertThat(drafts(id)).isZero();
    }

    @Test
    void aWishThatIsAddedMeanwhileDoesNotStopTheDraft() throws Exception {
        ParticipantId id = somebody("Tussendoor");
        String seen = version(id, "wishes");
        send(Role.COORDINATOR, path(id, "drafts/wishes"), "ownWords", "Ik wil", "version", seen);
        send(Role.COORDINATOR, path(id, "wishes/occupations"), "occupation", "7512.1");
        String again = version(id, "wishes");
        send(Role.COORDINATOR, path(id, "drafts/wishes"), "ownWords", "Ik wil bakken", "version", again);
        assertThat(page(Role.COORDINATOR, path(id, "wishes"))
                        .select("#ownWords")
                        .text())
                .isEqualTo("Ik wil bakken");
        save(id, "wishes", "ownWords", "Ik wil bakken");
        assertThat(drafts(id)).isZero();
    }

    @Test
    void aDraftKeepsBoxesThatCannotBeRead() throws Exception {
        ParticipantId id = somebody("Onleesbaar");
        send(
                Role.COORDINATOR,
                path(id, "drafts/household"),
                "children",
                "twee",
                "kind",
                "PARTNER",
                "version",
                version(id, "household"));
        Document again = page(Role.COORDINATOR, path(id, "household"));
        assertThat(again.select(".draft-note")).hasSize(1);
        assertThat(again.select("#children-error").text()).contains("whole number");
        assertThat(again.select("#kind option[selected]").val()).isEqualTo("PARTNER");
        send(Role.COORDINATOR, path(id, "drafts/household/drop"));
        assertThat(page(Role.COORDINATOR, path(id, "household"))
                        .select("#children")
                        .val())
                .isEmpty();
    }

    @Test
    void noCitizenNumberInAnyTextNorInADraft() throws Exception {
        ParticipantId id = somebody("Nummer");
        String bsn = "nummer 111222333 genoemd";
        assertThat(send(
                                Role.COORDINATOR,
                                path(id, "drafts/household"),
                                "note",
                                bsn,
                                "version",
                                version(id, "household"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(drafts(id)).isZero();
        for (String[] text : List.of(
                new String[] {"household", "note"},
                new String[] {"wishes", "ownWords"},
                new String[] {"work", "note"},
                new String[] {"education", "title"},
                new String[] {"education", "valuedAs"},
                new String[] {"background", "clientNumber"},
                new String[] {"reachability", "reachableNote"},
                new String[] {"identity", "aliases"})) {
            MockHttpServletResponse refused = send(Role.COORDINATOR, path(id, text[0]), text[1], bsn);
            assertThat(refused.getStatus()).as(text[0]).isEqualTo(422);
            Document again = Jsoup.parse(refused.getContentAsString());
            assertThat(again.select("#" + text[1] + "-error").text()).contains("BSN");
            assertThat(again.select("#" + text[1]).val()).isEqualTo(bsn);
        }
    }

    @Test
    void twoWhoSaveTheSameSectionSeeBothTexts() throws Exception {
        ParticipantId id = somebody("Samen");
        String seen = version(id, "household");
        save(id, "household", "hours", "12", "note", "De eerste tekst");
        MockHttpServletResponse second = send(
                Role.COORDINATOR, path(id, "household"), "hours", "30", "note", "De tweede tekst", "version", seen);
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(ValidHtml.check(second.getContentAsString())).isEmpty();
        Document both = Jsoup.parse(second.getContentAsString());
        assertThat(both.select(".notice--warn").text())
                .contains("De eerste tekst", "De tweede tekst", "12 hours a week", "30 hours a week");
        assertThat(both.select("#note").text()).isEqualTo("De tweede tekst");
        assertThat(send(
                                Role.COORDINATOR,
                                path(id, "household"),
                                "hours",
                                "30",
                                "note",
                                "De tweede tekst",
                                "version",
                                both.select("input[name=version]").val())
                        .getStatus())
                .isEqualTo(302);
        assertThat(page(Role.COORDINATOR, "/participants/" + id + "/log").text())
                .contains("De eerste tekst", "De tweede tekst");
        // another section at the same time stands in nobody's way
        String background = version(id, "identity");
        save(id, "reachability", "phone", "06 00001111");
        assertThat(send(Role.COORDINATOR, path(id, "identity"), "givenNames", "Samen", "version", background)
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void schoolsAreAddedCorrectedAndRemoved() throws Exception {
        ParticipantId id = somebody("School");
        save(
                id,
                "education",
                "level",
                "6",
                "title",
                "Economie",
                "diploma",
                "YES",
                "valuation",
                "GIVEN",
                "valuedAs",
                "hbo bachelor",
                "valuedOn",
                "2025-05-01",
                "valuedUntil",
                "2030-05-01");
        Document list = page(Role.COORDINATOR, path(id, "education"));
        assertThat(list.select(".rows").text()).contains("Bachelor", "Economie", "valued as hbo bachelor");
        String entry = list.select(".row-actions a").attr("href");
        Document edit = page(Role.COORDINATOR, entry);
        assertThat(edit.select("#title").val()).isEqualTo("Economie");
        String seen = edit.select("input[name=version]").val();
        assertThat(send(Role.COORDINATOR, entry, "level", "7", "title", "Economie", "diploma", "YES", "version", seen)
                        .getStatus())
                .isEqualTo(302);
        MockHttpServletResponse stale =
                send(Role.COORDINATOR, entry, "level", "5", "title", "Anders", "diploma", "YES", "version", seen);
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(stale.getContentAsString())
                        .select(".notice--warn")
                        .text())
                .contains("Master", "Anders");
        send(Role.COORDINATOR, entry + "/remove");
        assertThat(page(Role.COORDINATOR, path(id, "education")).select(".rows"))
                .isEmpty();
    }

    @Test
    void anOccupationIsFoundWithoutScriptAndWhatWasTypedStays() throws Exception {
        ParticipantId id = somebody("Zoekt");
        MockHttpServletResponse found = send(
                Role.COORDINATOR, path(id, "work"), "q", "timerman", "search", "occupation", "note", "Daken gemaakt");
        assertThat(found.getStatus()).isEqualTo(200);
        assertThat(ValidHtml.check(found.getContentAsString())).isEmpty();
        Document page = Jsoup.parse(found.getContentAsString());
        assertThat(page.select("input[name=occupation]")).isNotEmpty();
        assertThat(page.select(".found").text()).contains("timmerman");
        assertThat(page.select("#note").text()).isEqualTo("Daken gemaakt");
        assertThat(page.select(".errors")).isEmpty();
        MockHttpServletResponse none = send(Role.COORDINATOR, path(id, "work"), "q", "timerman");
        assertThat(none.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(none.getContentAsString()).select("#q-error").text())
                .contains("choose one");
        assertThat(Jsoup.parse(mvc.perform(
                                        get("/occupations").param("q", "bakker").with(village.as(Role.COORDINATOR)))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .select("input[type=radio]"))
                .hasSizeBetween(1, 8);
    }

    @Test
    void aPermitIsOfAKindThatExistedThen() throws Exception {
        ParticipantId id = somebody("Vergunning");
        MockHttpServletResponse refused = send(
                Role.COORDINATOR,
                path(id, "background"),
                "municipality",
                "GM0014",
                "permitKind",
                "TEMPORARY_PROTECTION",
                "permitFrom",
                "2019-01-01");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString())
                        .select("#permitKind-error")
                        .text())
                .contains("did not exist");
        assertThat(page(Role.COORDINATOR, path(id, "background")).select("#permitKind option[value=PARDON_2007]"))
                .as("nobody gets one any more")
                .isEmpty();
    }

    @Test
    void limitsHaveNoBoxForWords() throws Exception {
        ParticipantId id = somebody("Grens");
        Document page = page(Role.COORDINATOR, path(id, "limits"));
        assertThat(page.select(".c-main form textarea, .c-main form input[type=text]"))
                .isEmpty();
        assertThat(page.select(".c-main .hint").text()).contains("diagnosis");
        save(id, "limits", "any", "true", "limits", "HEARING");
        assertThat(everything
                        .sql("select encode(words, 'escape') from functional_limits where participant_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single())
                .doesNotContain("HEARING");
    }

    @Test
    void theNumberOfStatementsIsFixed() throws Exception {
        ParticipantId id = somebody("Teller");
        wholeIntake(id);
        for (String path : List.of("/participants/" + id, path(id, ""), path(id, "print"), path(id, "education"))) {
            page(Role.COORDINATOR, path);
        }
        List<Integer> before = counts(id);
        for (int i = 0; i < 4; i++) {
            save(id, "education", "level", "2", "title", "Nog een " + i, "diploma", "NO");
            save(id, "work", "occupation", "7512.1", "fromYear", "200" + i);
            save(
                    id,
                    "language",
                    "reading",
                    "A2",
                    "source",
                    "ESTIMATE",
                    "on",
                    village.today().toString());
        }
        assertThat(counts(id)).isEqualTo(before);
    }

    private List<Integer> counts(ParticipantId id) throws Exception {
        List<Integer> counts = new ArrayList<>();
        for (String path : List.of("/participants/" + id, path(id, ""), path(id, "print"), path(id, "education"))) {
            counts.add(counter.during(() -> mvc.perform(get(path).with(village.as(Role.COORDINATOR))))
                    .size());
        }
        return counts;
    }

    private int drafts(ParticipantId id) {
        return everything
                .sql("select count(*) from draft where place like ?")
                .param("intake:" + id + ":%")
                .query(Integer.class)
                .single();
    }
}
