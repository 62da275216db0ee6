package nl.meedoen.participants.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.privacy.Vault;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MeedoenTest
class SubjectAccessTest {

    private static int count;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Vault vault;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    StatementCounter statements;

    private ParticipantId person;
    private ParticipantId fellow;
    private AccountId coordinator;

    /** Somebody with a note, a step back in the history and a fellow in the same group. */
    @BeforeEach
    void somebody() {
        coordinator = village.account(Role.COORDINATOR, "s" + ++count, village.alpha, Village.OWN_MUNICIPALITY);
        person = village.participant("Zerihun", "Inzage", village.alpha, Village.OWN_MUNICIPALITY);
        fellow = village.participant("Wubit", "Metgezel", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, village.account(Role.COACH));
        village.consent(person);
        everything
                .sql("update glance set original_name = 'زريهون' where participant_id = ?")
                .param(person.value())
                .update();
        everything
                .sql("update participant set original_name = 'زريهون', remark = ? where id = ?")
                .params(vault.seal("Sprak met Wubit Metgezel en haar broer Tesfay"), person.value())
                .update();
        note(person, "Zoekt werk in een bakkerij");
        note(fellow, "Geheim van de ander");
        UUID cohort = Uuids.next();
        everything.sql("""
                        insert into cohort (id, location_id, name, place, starts_at, ends_at, starts_on, ends_on, created_at)
                        values (?, ?, 'Groep Inzage', 'Zaal', '09:00', '12:00', current_date, current_date, now())
                        """).params(cohort, village.alpha.value()).update();
        for (ParticipantId member : List.of(person, fellow)) {
            everything
                    .sql("""
                            insert into cohort_member (id, cohort_id, location_id, participant_id, waiting, queued_at, from_on, added_by)
                            values (?, ?, ?, ?, false, now(), current_date, ?)
                            """)
                    .params(Uuids.next(), cohort, village.alpha.value(), member.value(), coordinator.value())
                    .update();
        }
    }

    private void note(ParticipantId about, String text) {
        everything
                .sql("""
                        insert into contact (id, participant_id, held_on, happened_at, channel, note, author_id, written_at)
                        values (?, ?, current_date, now(), 'TALK', ?, ?, now())
                        """)
                .params(
                        Uuids.next(),
                        about.value(),
                        vault.seal(text),
                        village.account(Role.COACH).value())
                .update();
    }

    private MockHttpServletResponse file(String form) throws Exception {
        return mvc.perform(get("/participants/" + person + "/subject-access/" + form)
                        .with(village.signIn(coordinator))
                        .locale(Locale.forLanguageTag("nl")))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andReturn()
                .getResponse();
    }

    @Test
    void theFileHoldsWhatIsThePersonsAndNothingOfAnybodyElse() throws Exception {
        String text = file("json").getContentAsString(StandardCharsets.UTF_8);
        JsonNode data = JsonMapper.shared().readTree(text).get("data");
        assertThat(data.get("participant").get(0).get("given_names").asString()).isEqualTo("Zerihun");
        assertThat(data.get("participant").get(0).get("original_name").asString())
                .isEqualTo("زريهون");
        assertThat(data.get("participant").get(0).get("location_id").asString()).isEqualTo("Alpha");
        assertThat(data.get("contact").get(0).get("note").asString()).isEqualTo("Zoekt werk in een bakkerij");
        assertThat(data.get("contact").get(0).get("author_id").get("name").asString())
                .startsWith("coach");
        assertThat(data.get("contact").get(0).get("author_id").get("role").asString())
                .isEqualToIgnoringCase("jobcoach");
        assertThat(data.get("cohort_member").get(0).get("cohort_id").asString()).isEqualTo("Groep Inzage");
        assertThat(data.get("consent").size()).isOne();
        assertThat(data.get("enrolment").size()).isOne();
        // who is spoken of stays, unless it is another participant
        assertThat(data.get("participant").get(0).get("remark").asString())
                .contains("Tesfay")
                .contains("[een andere deelnemer]");
        assertThat(text).doesNotContain("Wubit", "Metgezel", "Geheim van de ander", fellow.toString());
    }

    @Test
    void thePaperCanBeReadAlsoFromTheRight() throws Exception {
        long before = System.nanoTime();
        byte[] pdf = file("pdf").getContentAsByteArray();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMinutes(1));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Alles wat wij van u weten", "Zerihun", "زريهون", "Zoekt werk in een bakkerij")
                    .contains("Actief", "Autoriteit Persoonsgegevens")
                    .doesNotContain("Metgezel", "holdings.", "COACH_FOUND", "□");
            assertThat(document.getDocumentInformation().getTitle()).contains("Alles wat wij van u weten");
        }
    }

    @Test
    void anAgreementIsToldInWordsAlsoWhatItSaysOfSteps() throws Exception {
        UUID plan = Uuids.next();
        everything.sql("""
                        insert into plan (id, participant_id, enrolment_id, created_at, created_by)
                        select ?, participant_id, id, now(), ? from enrolment where participant_id = ?
                        """).params(plan, coordinator.value(), person.value()).update();
        everything
                .sql("""
                        insert into agreement (id, plan_id, participant_id, number, content, agreed_on, how, made_at, made_by)
                        values (?, ?, ?, 1, ?, current_date, 'PAPER', now(), ?)
                        """)
                .params(Uuids.next(), plan, person.value(), vault.seal("""
                        {"wish": "Bakker worden", "goals": [{"id": "1", "domain": "CAREER", "title": "Stage", "why": null,
                         "targetOn": "2027-01-31", "state": "OPEN", "oddity": "x",
                         "steps": [{"id": "2", "title": "Bellen", "owner": "COACH", "dueOn": null, "status": "BUSY"}]}]}
                        """), coordinator.value())
                .update();
        try (PDDocument document = Loader.loadPDF(file("pdf").getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Wens: Bakker worden",
                            "Titel: Stage",
                            "Loopbaan",
                            "Streefdatum: 2027-01-31",
                            "Titel: Bellen");
        }
    }

    @Test
    void theZipHoldsBoth() throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(file("zip").getContentAsByteArray()), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(zip.readAllBytes()).isNotEmpty();
            }
        }
        assertThat(names).anyMatch(name -> name.endsWith(".pdf")).anyMatch(name -> name.endsWith(".json"));
    }

    @Test
    void eachFileIsInTheLogOfTheDossier() throws Exception {
        file("json");
        assertThat(everything
                        .sql(
                                "select subject from trail where participant_id = ? and actor_id = ? and action = 'EXPORTED'")
                        .params(person.value(), coordinator.value())
                        .query(String.class)
                        .list())
                .containsExactly("subject-access.json");
    }

    @Test
    void whatADossierHeldThatBecamePartOfThisOneIsInIt() throws Exception {
        ParticipantId part = village.participant("Zerihoen", "Eerder", village.alpha, Village.OWN_MUNICIPALITY);
        note(part, "Uit het eerste dossier");
        everything
                .sql("""
                        insert into merging (id, into_id, from_id, into_number, from_number, merged_at, merged_by, undo_until)
                        values (?, ?, ?, 'x', 'y', now(), ?, current_date)
                        """)
                .params(Uuids.next(), person.value(), part.value(), coordinator.value())
                .update();
        assertThat(file("json").getContentAsString(StandardCharsets.UTF_8))
                .contains("Uit het eerste dossier", "Eerder");
    }

    @Test
    void itTakesAsManyStatementsHoweverMuchThereIs() throws Exception {
        file("json");
        int few = statements.during(() -> file("json")).size();
        for (int i = 0; i < 20; i++) {
            note(person, "Nog een " + i);
        }
        assertThat(statements.during(() -> file("json"))).hasSize(few);
    }

    @Test
    void thePageIsValidAndLeadsToEachForm() throws Exception {
        String html = mvc.perform(
                        get("/participants/" + person + "/subject-access").with(village.signIn(coordinator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(ValidHtml.check(html)).isEmpty();
        assertThat(html).contains("/subject-access/pdf", "/subject-access/json", "/subject-access/zip");
        mvc.perform(get("/participants/" + person + "/subject-access/doc").with(village.signIn(coordinator)))
                .andExpect(status().isNotFound());
    }
}
