package nl.meedoen.participants.logbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.participants.occupations.Occupations;
import nl.meedoen.participants.registration.Direction;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.registration.Identity;
import nl.meedoen.participants.registration.Reachability;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.participants.registration.Residence;
import nl.meedoen.participants.sections.Education;
import nl.meedoen.participants.sections.Intake;
import nl.meedoen.participants.sections.LanguageMeasurement.Skill;
import nl.meedoen.participants.sections.LanguageMeasurement.Source;
import nl.meedoen.participants.sections.WorkExperience;
import nl.meedoen.participants.sections.records.EducationRecords;
import nl.meedoen.participants.sections.records.LanguageRecords;
import nl.meedoen.participants.sections.records.WorkRecords;
import nl.meedoen.privacy.Trail;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The log of a dossier: in words, in order, and as much as one asks for. */
@MeedoenTest
class LogbookTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MessageSource messages;

    @Autowired
    StatementCounter statements;

    @Autowired
    EducationRecords schools;

    @Autowired
    WorkRecords jobs;

    @Autowired
    LanguageRecords dutch;

    @Autowired
    Occupations occupations;

    private Actor actor;
    private ParticipantId id;

    @BeforeEach
    void somebody() {
        actor = village.actor(Role.COORDINATOR);
        Registration somebody = new Registration(
                new Identity(PersonName.of("Logboek", "Proef"), PartialDate.UNKNOWN, null, Gender.UNKNOWN),
                Reachability.NONE,
                new Residence(Village.OWN_MUNICIPALITY, null, null, null, null, null),
                new Direction(null, null, null, null));
        id = village.as(actor, () -> enrolments.enrol(actor, somebody));
    }

    @Test
    void everyFieldThatAHistoryKeepsHasAName() {
        assertThat(ChangeWords.fields()).contains("givenNames", "phone", "Permit.until", "Integration.knm.on", "note");
        assertThat(ChangeWords.fields())
                .allSatisfy(field -> assertThat(messages.getMessage(ChangeWords.code(field), null, Locale.ENGLISH))
                        .isNotBlank());
    }

    @Test
    void aChangeSaysWhatStoodThereBeforeInWords() throws Exception {
        amend(known -> known.from(new Residence("GM0014", "SY", "X-1", true, null, null)));
        amend(known -> known.from(new Residence("GM0014", "ER", null, true, LocalDate.of(2026, 2, 1), null)));
        String log = log("?show=changed").select("tbody").text();
        assertThat(log)
                .contains("Land van herkomst was Syri\u00eb is nu Eritrea")
                .contains("Klantnummer was X-1 is nu leeg")
                .contains("Uitkering sinds is nu 1 februari 2026")
                .contains("Uitkering is nu Ja")
                .contains("Ingeschreven");
    }

    @Test
    void whoLooksTenTimesOnADayIsOneLineAndNotAmongTheChanges() throws Exception {
        for (int i = 0; i < 3; i++) {
            mvc.perform(get("/participants/" + id + "/plan").with(village.as(Role.COORDINATOR)));
        }
        Document looked = log("?show=looked");
        assertThat(looked.select("tbody th").eachText()).contains("Plan bekeken 3 keer op deze dag");
        assertThat(looked.select("tbody").text()).doesNotContain("Ingeschreven").contains("co\u00f6rdinator");
        assertThat(log("?show=changed").select("tbody").text()).doesNotContain("bekeken");
    }

    @Test
    void aLongLogIsTurnedPageByPageWithAFixedNumberOfStatements() throws Exception {
        log("");
        int few = statements.during(() -> log("?show=changed")).size();
        village.run(
                actor,
                () -> transactions.executeWithoutResult(tx -> {
                    for (int i = 0; i < Logbook.PAGE + 20; i++) {
                        // not the same thing twice in a row, so that each has a line of its own
                        trail.dossier(actor, Trail.Action.CHANGED, i % 2 == 0 ? "plans.goal" : "plans.step", null, id);
                    }
                }));
        assertThat(statements.during(() -> log("?show=changed"))).hasSize(few);
        Document first = log("?show=changed");
        assertThat(first.select("tbody tr")).hasSize(Logbook.PAGE);
        Document second = page(first.select("a[rel=next]").attr("href"));
        assertThat(second.select("tbody tr")).hasSize(21);
        assertThat(second.select("tbody").text()).contains("Ingeschreven");
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(second.select("a[rel=prev]").attr("href")).endsWith("/log?show=changed");
    }

    @Test
    void whatIsChangedInTheIntakeIsToldWithItsSection() throws Exception {
        Document form = page("/participants/" + id + "/intake/household");
        mvc.perform(post("/participants/" + id + "/intake/household")
                .param("kind", "ALONE")
                .param("days", "MONDAY", "FRIDAY")
                .param("version", form.select("input[name=version]").val())
                .with(village.as(Role.COORDINATOR))
                .with(csrf()));
        assertThat(log("").select("tbody th").eachText())
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "Intake (gezin en tijd) gewijzigd",
                                "Woont is nu Alleen",
                                "Dagen is nu maandag, vrijdag"));
    }

    @Test
    void whatSomebodyLearnedAndDidIsToldFromWhatToWhat() throws Exception {
        var school = new Education(
                3, "Bouwkunde", "SY", 2012, Education.Diploma.YES, Education.Valuation.NONE, null, null, null);
        village.run(actor, () -> schools.add(actor, id, school));
        assertThat(changes())
                .contains("Niveau van de opleiding is nu Bovenbouw middelbare school, mbo", "Opleiding is nu Bouwkunde")
                .contains("Land van de opleiding is nu Syri\u00eb");
        var entry = village.as(actor, () -> schools.all(id)).get(0).id();
        var valued = new Education(
                3, "Bouwkunde", "SY", 2012, Education.Diploma.YES, Education.Valuation.GIVEN, "mbo 4", null, null);
        village.run(actor, () -> schools.correct(actor, id, entry, valued, Intake.fingerprint(school)));
        assertThat(changes()).contains("Waarde in Nederland is nu mbo 4");
        village.run(actor, () -> schools.remove(actor, id, entry));
        assertThat(changes()).contains("Opleiding was Bouwkunde is nu leeg");

        String occupation = occupations.search("bakker", 1).get(0).occupation().code();
        village.run(actor, () -> jobs.add(actor, id, new WorkExperience(occupation, "SY", 2005, 2011, null)));
        assertThat(changes())
                .contains("Werk is nu ", "Vanaf het jaar is nu 2005")
                .doesNotContain(occupation);
    }

    @Test
    void aLevelOfDutchIsToldFromWhatToWhat() throws Exception {
        LocalDate before = village.today().minusDays(40);
        village.run(
                actor, () -> dutch.measure(actor, id, Map.of(Skill.READING, LanguageLevel.A1), Source.TEST, before));
        village.run(
                actor,
                () -> dutch.measure(actor, id, Map.of(Skill.READING, LanguageLevel.A2), Source.EXAM, village.today()));
        assertThat(changes()).contains("Lezen is nu A1", "Lezen was A1 is nu A2", "Lezen, hoe we dat weten was Toets");
        var last = village.as(actor, () -> dutch.all(id)).get(0).id();
        village.run(actor, () -> dutch.remove(actor, id, last));
        assertThat(changes()).contains("Lezen was A2 is nu A1").doesNotContain("Eerder");

        // behind a newer one: it changes no last level, and is told all the same
        village.run(
                actor,
                () -> dutch.measure(
                        actor, id, Map.of(Skill.READING, LanguageLevel.PRE_A1), Source.ESTIMATE, before.minusDays(9)));
        assertThat(changes()).contains("Eerdere meting van is nu Lezen", "Eerder niveau is nu voor A1");
        var behind = village.as(actor, () -> dutch.all(id)).get(1).id();
        village.run(actor, () -> dutch.remove(actor, id, behind));
        assertThat(changes()).contains("Eerder niveau was voor A1");
    }

    @Test
    void aWrongNumberToGoOnFromIsNoFault() throws Exception {
        assertThat(mvc.perform(get("/participants/" + id + "/log")
                                .param("before", "abc")
                                .with(village.as(Role.COORDINATOR)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isIn(400, 404);
        assertThat(log("?show=nothing").select("tbody tr")).isNotEmpty();
    }

    private void amend(UnaryOperator<Registration> change) {
        village.run(actor, () -> enrolments.amend(actor, id, change));
    }

    private String changes() throws Exception {
        return log("?show=changed").select("tbody").text();
    }

    private Document log(String query) throws Exception {
        return page("/participants/" + id + "/log" + query);
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(URI.create(address)).with(village.as(Role.COORDINATOR)))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
