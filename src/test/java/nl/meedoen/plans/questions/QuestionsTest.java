package nl.meedoen.plans.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.desk.Attention;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.ContactChannel;
import nl.meedoen.plans.ContactId;
import nl.meedoen.plans.Contacts;
import nl.meedoen.plans.text.ContactText;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A question goes from one to the other and back until it is closed, and no further than it may. */
@MeedoenTest
class QuestionsTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Contacts contacts;

    @Autowired
    QuestionAttention attention;

    @Autowired
    StatementCounter counter;

    private ParticipantId person;
    private String path;

    @BeforeEach
    void aResidentWhoShares() {
        person = village.participant("Dina", "Proef", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, village.account(Role.COACH));
        village.consent(person);
        path = "/participants/" + person + "/questions";
    }

    @Test
    void aClientManagerAsksTheCoachAnswersAndTheQuestionIsClosed() throws Exception {
        ask(Role.CLIENT_MANAGER, Party.COACH, "Will the course begin soon?");
        assertThat(today(Role.COACH))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.due()).isEqualTo(village.today().plusDays(7)))
                .satisfies(row -> assertThat(row.text()).isEqualTo("De klantmanager: Will the course begin soon?"));
        assertThat(today(Role.CLIENT_MANAGER)).isEmpty();
        assertThat(open(Role.COACH, "/participants/" + person + "/plan")
                        .select(".timeline h3")
                        .eachText())
                .contains("Vraag aan de coach");

        assertThat(send(Role.COACH, question(), "text", " ").getStatus()).isEqualTo(422);
        assertThat(send(Role.COACH, question(), "text", "Next Monday").getStatus())
                .isEqualTo(302);
        assertThat(today(Role.COACH)).isEmpty();
        assertThat(today(Role.CLIENT_MANAGER)).extracting(Attention::kindKey).containsExactly("plans.attention.answer");
        Document resident = open(Role.CLIENT_MANAGER, "/participants/" + person);
        assertThat(resident.select("#questions").text())
                .contains("Will the course begin soon?", "Next Monday", "Beantwoord");

        send(Role.CLIENT_MANAGER, question(), "text", "Thank you, and where?");
        assertThat(today(Role.COACH)).hasSize(1);
        assertThat(send(Role.COACH, question() + "/close").getStatus()).isEqualTo(422);
        assertThat(send(Role.CLIENT_MANAGER, question() + "/close").getStatus()).isEqualTo(302);
        assertThat(today(Role.COACH)).isEmpty();
        assertThat(send(Role.COACH, question(), "text", "Too late").getStatus()).isEqualTo(422);
        send(Role.CLIENT_MANAGER, question() + "/reopen");
        assertThat(today(Role.COACH)).hasSize(1);
    }

    @Test
    void sharingThatIsWithdrawnCountsFromTheNextRequest() throws Exception {
        ask(Role.CLIENT_MANAGER, Party.COORDINATOR, "How is it going?");
        send(Role.COORDINATOR, question(), "text", "Well");
        assertThat(today(Role.CLIENT_MANAGER)).hasSize(1);
        everything
                .sql("update consent set withdrawn_on = current_date where participant_id = ?")
                .param(person.value())
                .update();
        assertThat(today(Role.CLIENT_MANAGER)).isEmpty();
        assertThat(get(Role.CLIENT_MANAGER, path).getStatus()).isEqualTo(404);
        assertThat(send(Role.CLIENT_MANAGER, question(), "text", "Hello?").getStatus())
                .isEqualTo(404);
        for (String table : List.of("question", "question_message")) {
            assertThat(seen(village.actor(Role.CLIENT_MANAGER), table)).isZero();
        }
        assertThat(send(Role.COACH, path, "of", "CLIENT_MANAGER", "text", "Are you there?")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void whatCoachAndCoordinatorSayToEachOtherStaysThere() throws Exception {
        Actor coach = village.actor(Role.COACH);
        ContactId contact = village.as(
                coach,
                () -> contacts.write(
                        coach,
                        person,
                        new ContactText(ContactChannel.TALK, village.today(), null, "Secret note"),
                        null,
                        null));
        assertThat(open(Role.COACH, path + "/new?contact=" + contact)
                        .select(".page-head p")
                        .text())
                .contains("over het contact van");
        send(Role.COACH, path, "of", "COORDINATOR", "text", "What do you think?", "contact", contact.toString());
        assertThat(today(Role.COORDINATOR)).hasSize(1);
        assertThat(open(Role.CLIENT_MANAGER, path).text()).doesNotContain("What do you think?", "Secret");
        assertThat(open(Role.CLIENT_MANAGER, "/participants/" + person).text())
                .doesNotContain("What do you think?", "Secret");
        assertThat(seen(village.actor(Role.CLIENT_MANAGER), "question")).isZero();
        assertThat(get(Role.CLIENT_MANAGER, path + "/new?contact=" + contact).getStatus())
                .isEqualTo(404);
        assertThat(send(Role.CLIENT_MANAGER, question(), "text", "Me too").getStatus())
                .isEqualTo(404);
    }

    @Test
    void aCoordinatorSaysWellDone() throws Exception {
        Actor coach = village.actor(Role.COACH);
        village.run(
                coach,
                () -> contacts.write(
                        coach,
                        person,
                        new ContactText(ContactChannel.PHONE, village.today(), null, "Called"),
                        null,
                        null));
        String plan = "/participants/" + person + "/plan";
        String praise =
                open(Role.COORDINATOR, plan).select("form[action$=/praise]").attr("action");
        for (int twice = 0; twice < 2; twice++) {
            assertThat(send(Role.COORDINATOR, praise).getStatus()).isEqualTo(302);
        }
        assertThat(open(Role.COACH, plan).select(".cheer").eachText())
                .containsExactly("“Goed gedaan”, zegt coordinator One");
        assertThat(open(Role.COORDINATOR, plan).select("form[action$=/praise]")).isEmpty();
        send(Role.COORDINATOR, praise + "/undo");
        assertThat(open(Role.COACH, plan).select(".cheer")).isEmpty();
    }

    @Test
    void whereThereIsNoCoachTheCoordinatorAnswers() throws Exception {
        ask(Role.CLIENT_MANAGER, Party.COACH, "Anybody?");
        assertThat(today(Role.COORDINATOR)).isEmpty();
        everything
                .sql("update glance set coach_id = null, coach_name = null where participant_id = ?")
                .param(person.value())
                .update();
        assertThat(today(Role.COORDINATOR)).hasSize(1);
        assertThat(open(Role.CLIENT_MANAGER, path + "/new").select("[name=of]").eachAttr("value"))
                .containsExactly("COORDINATOR");
    }

    @Test
    void theLettersSayWhoItIsAboutByFirstNameAndNothingElse() throws Exception {
        everything.sql("delete from letter").update();
        ask(Role.CLIENT_MANAGER, Party.COACH, "A very private question");
        send(Role.COACH, question(), "text", "A very private answer");
        assertThat(everything
                        .sql("select recipient from letter order by handed_in_at, id")
                        .query(String.class)
                        .list())
                .containsExactly("coach@village.example", "clientmanager@village.example");
        assertThat(everything
                        .sql("select subject from letter")
                        .query(String.class)
                        .list())
                .noneMatch(subject -> subject.contains("Dina") || subject.contains("private"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void foreignPeopleSeeNothing(Role role) throws Exception {
        ask(Role.CLIENT_MANAGER, Party.COACH, "Secret");
        for (String table : List.of("question", "question_message", "praise")) {
            assertThat(seen(village.foreignActor(role), table)).isZero();
        }
    }

    /** As after a merge of two dossiers, or when the resident moved. */
    @Test
    void anotherMunicipalityDoesNotReadWhatThisOneAsked() throws Exception {
        ask(Role.CLIENT_MANAGER, Party.COACH, "Between us two?");
        ask(Role.COACH, Party.CLIENT_MANAGER, "And to you?");
        String theirs = question();
        everything
                .sql("update participant set municipality_code = ? where id = ?")
                .params(Village.FOREIGN_MUNICIPALITY, person.value())
                .update();
        everything
                .sql("update glance set municipality_code = ? where participant_id = ?")
                .params(Village.FOREIGN_MUNICIPALITY, person.value())
                .update();
        // whoever moves is asked anew
        village.consent(person);
        Actor other = village.foreignActor(Role.CLIENT_MANAGER);
        MockHttpServletResponse page = mvc.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(path)
                                .with(village.asForeign(Role.CLIENT_MANAGER)))
                .andReturn()
                .getResponse();
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString()).doesNotContain("Between us two?", "And to you?");
        assertThat(village.as(other, () -> attention.of(other)))
                .noneMatch(one -> one.path().contains(person.toString()));
        assertThat(mvc.perform(post(theirs)
                                .with(village.asForeign(Role.CLIENT_MANAGER))
                                .param("text", "Me too"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        for (String table : List.of("question", "question_message")) {
            assertThat(seen(other, table)).as(table).isZero();
            assertThat(seen(village.actor(Role.CLIENT_MANAGER), table))
                    .as("who asked no longer reaches the resident")
                    .isZero();
        }
        assertThat(open(Role.COACH, path).text()).contains("Between us two?", "And to you?");
    }

    @Test
    void theNumberOfStatementsIsFixed() throws Exception {
        ask(Role.CLIENT_MANAGER, Party.COACH, "One");
        open(Role.COACH, path);
        int few = counter.during(() -> open(Role.COACH, path)).size();
        int fewToday = counter.during(() -> today(Role.COACH)).size();
        for (int i = 0; i < 4; i++) {
            ask(Role.CLIENT_MANAGER, Party.COACH, "Another " + i);
        }
        assertThat(counter.during(() -> open(Role.COACH, path))).hasSize(few);
        assertThat(counter.during(() -> today(Role.COACH))).hasSize(fewToday);
    }

    @Test
    void whereTheCoachLeftTheCoordinatorsAnswerUntilThereIsOneAgain() throws Exception {
        ask(Role.CLIENT_MANAGER, Party.COACH, "Who knows?");
        assertThat(today(Role.COORDINATOR)).isEmpty();
        UUID coach = everything
                .sql("select coach_id from glance where participant_id = ?")
                .param(person.value())
                .query(UUID.class)
                .single();
        coached(null);
        assertThat(today(Role.COORDINATOR)).hasSize(1);
        coached(coach);
        assertThat(today(Role.COORDINATOR)).isEmpty();
        assertThat(today(Role.COACH)).hasSize(1);
    }

    @Test
    void aQuestionGoesAlongToAnotherLocation() throws Exception {
        ask(Role.CLIENT_MANAGER, Party.COORDINATOR, "Where is it now?");
        assertThat(today(Role.COORDINATOR)).hasSize(1);
        village.run(
                village.actor(Role.COORDINATOR),
                () -> jdbc.sql("select transfer_participant(?, ?)")
                        .params(person.value(), village.beta.value())
                        .query((row, n) -> "")
                        .single());
        assertThat(today(Role.COORDINATOR)).isEmpty();
        Actor there = village.foreignActor(Role.COORDINATOR);
        assertThat(village.as(there, () -> attention.of(there)))
                .anyMatch(one -> one.path().contains(person.toString()));
    }

    private void coached(@Nullable UUID by) {
        everything
                .sql("update glance set coach_id = cast(? as uuid) where participant_id = ?")
                .param(by)
                .param(person.value())
                .update();
    }

    private void ask(Role role, Party of, String text) throws Exception {
        open(role, path + "/new");
        assertThat(send(role, path, "of", of.name(), "text", text).getStatus()).isEqualTo(302);
    }

    private String question() {
        return path + "/"
                + everything
                        .sql("select id from question where participant_id = ? order by asked_at desc limit 1")
                        .param(person.value())
                        .query(String.class)
                        .single();
    }

    private List<Attention> today(Role role) {
        org.springframework.context.i18n.LocaleContextHolder.setLocale(new java.util.Locale("nl"));
        Actor actor = village.actor(role);
        return village.as(actor, () -> attention.of(actor)).stream()
                .filter(one -> one.path().contains(person.toString()))
                .toList();
    }

    private long seen(Actor actor, String table) {
        return village.as(
                actor,
                () -> jdbc.sql("select count(*) from " + table + " where participant_id = ?")
                        .param(person.value())
                        .query(Long.class)
                        .single());
    }

    private Document open(Role role, String address) throws Exception {
        MockHttpServletResponse answer = get(role, address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        assertThat(ValidHtml.check(answer.getContentAsString())).as(address).isEmpty();
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse get(Role role, String address) throws Exception {
        return mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(address)
                        .with(village.as(role))
                        .header("Accept-Language", "nl"))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(Role role, String address, String... pairs) throws Exception {
        var request = post(address).with(village.as(role)).header("Accept-Language", "nl");
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
