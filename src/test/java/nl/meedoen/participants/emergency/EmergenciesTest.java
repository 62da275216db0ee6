package nl.meedoen.participants.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Actors;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.privacy.Vault;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@MeedoenTest
class EmergenciesTest {

    private static int count;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Actors actors;

    @Autowired
    Vault vault;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    JdbcClient jdbc;

    private ParticipantId person;
    private String number;
    private AccountId helper;

    /** A coordinator of Beta, and somebody of Alpha who needs help. */
    @BeforeEach
    void somebody() {
        helper = village.account(Role.COORDINATOR, "e" + ++count, village.beta, Village.FOREIGN_MUNICIPALITY);
        person = village.participant("Nood", "Geval" + count, village.alpha, Village.OWN_MUNICIPALITY);
        number = everything
                .sql("select number from participant where id = ?")
                .param(person.value())
                .query(String.class)
                .single();
        everything
                .sql("""
                        insert into contact (id, participant_id, held_on, happened_at, channel, note, author_id, written_at)
                        values (?, ?, current_date, now(), 'TALK', ?, ?, now())
                        """)
                .params(Uuids.next(), person.value(), vault.seal("Een gesprek"), helper.value())
                .update();
    }

    private ResultActions open(String password) throws Exception {
        return mvc.perform(post("/emergency")
                .with(village.signIn(helper))
                .param("number", number.toLowerCase(Locale.ROOT))
                .param("reason", "Zij ligt in het ziekenhuis")
                .param("password", password));
    }

    private ResultActions look(String path) throws Exception {
        return mvc.perform(get("/participants/" + person + path).with(village.signIn(helper)));
    }

    private Actor actor() {
        return actors.find(helper, Role.COORDINATOR).orElseThrow();
    }

    private int seen(String table, String column) {
        return village.as(
                actor(),
                () -> jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
                        .param(person.value())
                        .query(Integer.class)
                        .single());
    }

    @Test
    void bothWallsOpenForAnHourAndNotLonger() throws Exception {
        look("").andExpect(status().isNotFound());
        assertThat(seen("participant", "id") + seen("contact", "participant_id"))
                .isZero();
        open(Village.PASSWORD).andExpect(redirectedUrl("/participants/" + person));
        for (String path : List.of("", "/plan", "/documents", "/training", "/placements", "/log", "/intake")) {
            look(path).andExpect(status().isOk());
        }
        assertThat(seen("participant", "id")).isOne();
        assertThat(seen("contact", "participant_id")).isOne();
        everything
                .sql(
                        "update emergency_access set begun_at = begun_at - interval '61 minutes', ends_at = ends_at - interval '61 minutes' where account_id = ?")
                .param(helper.value())
                .update();
        look("").andExpect(status().isNotFound());
        assertThat(seen("participant", "id") + seen("contact", "participant_id"))
                .isZero();
    }

    @Test
    void itIsForReadingAlone() throws Exception {
        open(Village.PASSWORD);
        for (String path : List.of("/edit", "/end", "/consents", "/reopen", "/retention/hold", "/erase")) {
            mvc.perform(post("/participants/" + person + path)
                            .with(village.signIn(helper))
                            .param("purpose", "PHOTO")
                            .param("kind", "COMPLETED")
                            .param("on", village.today().toString())
                            .param("basis", "REQUEST")
                            .param("name", "x")
                            .param("reason", "Een lange reden"))
                    .andExpect(status().isNotFound());
        }
        look("/subject-access").andExpect(status().isNotFound());
        look("/subject-access/json").andExpect(status().isNotFound());
        look("/retention").andExpect(status().isNotFound());
        for (String statement : List.of(
                "update participant set phone = null where id = ?",
                "update glance set name = 'x' where participant_id = ?",
                "delete from contact where participant_id = ?",
                "update consent set withdrawn_on = current_date where participant_id = ?")) {
            assertThat(village.as(
                            actor(),
                            () -> jdbc.sql(statement).param(person.value()).update()))
                    .as(statement)
                    .isZero();
        }
        assertThatThrownBy(() -> village.as(
                        actor(),
                        () -> jdbc.sql("insert into ladder_measurement values (?, ?, 'START', 2, current_date, ?)")
                                .params(Uuids.next(), person.value(), helper.value())
                                .update()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void noListHoldsTheDossier() throws Exception {
        open(Village.PASSWORD);
        String list = mvc.perform(
                        get("/participants").param("q", "Geval" + count).with(village.signIn(helper)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(list).doesNotContain(person.toString());
    }

    @Test
    void everyPageSaysUntilWhenAndCanEndItAtOnce() throws Exception {
        open(Village.PASSWORD);
        for (String path : List.of("", "/plan", "/documents", "/log")) {
            String html = look(path).andReturn().getResponse().getContentAsString();
            assertThat(html).as(path).contains("/emergency/end");
            assertThat(ValidHtml.check(html)).as(path).isEmpty();
        }
        String data = look("").andReturn().getResponse().getContentAsString();
        assertThat(data).doesNotContain("/participants/" + person + "/edit", "/participants/" + person + "/end\"");
        mvc.perform(post("/participants/" + person + "/emergency/end").with(village.signIn(helper)))
                .andExpect(redirectedUrl("/emergency"));
        look("").andExpect(status().isNotFound());
        assertThat(seen("participant", "id")).isZero();
    }

    @Test
    void theLocationIsToldByMailAndOnTodayWithTheReasonBehindTheSignIn() throws Exception {
        open(Village.PASSWORD);
        String mail = everything
                .sql("select email from account where id = ?")
                .param(village.account(Role.COORDINATOR).value())
                .query(String.class)
                .single();
        assertThat(everything
                        .sql(
                                "select count(*) from letter where recipient = ? and (subject like '%nood%' or subject like '%emergency%')")
                        .param(mail)
                        .query(Integer.class)
                        .single())
                .isPositive();
        String today = mvc.perform(get("/emergency").with(village.as(Role.COORDINATOR)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(today).contains("Nood Geval" + count, "Zij ligt in het ziekenhuis");
        assertThat(ValidHtml.check(today)).isEmpty();
    }

    @Test
    void everyLineOfTheTrailSaysThatItWasAnEmergency() throws Exception {
        open(Village.PASSWORD);
        look("");
        look("/documents");
        assertThat(everything
                        .sql(
                                "select action || ' ' || subject || ' ' || purpose from trail where participant_id = ? and actor_id = ? order by id")
                        .params(person.value(), helper.value())
                        .query(String.class)
                        .list())
                .containsExactly("CREATED emergency EMERGENCY", "OPENED data EMERGENCY", "OPENED documents EMERGENCY");
    }

    @Test
    void withoutTheRightPasswordAReasonAndAKnownNumberNothingOpens() throws Exception {
        open("something-else-99").andExpect(status().is(422));
        mvc.perform(post("/emergency").with(village.signIn(helper))).andExpect(status().is(422));
        String known = number;
        number = "VIP-1999-000001";
        open(Village.PASSWORD).andExpect(status().is(422));
        number = known;
        assertThat(everything
                        .sql("select count(*) from emergency_access where account_id = ?")
                        .param(helper.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void afterFiveInADayItHasToWait() throws Exception {
        for (int i = 0; i < Emergencies.A_DAY; i++) {
            open(Village.PASSWORD).andExpect(status().is3xxRedirection());
        }
        open(Village.PASSWORD).andExpect(status().is(422));
    }

    @Test
    void theDatabaseLetsNobodyElseOpenAndNotForLonger() {
        String insert = """
                insert into emergency_access (id, participant_id, account_id, location_id, reason, begun_at, ends_at)
                values (?, ?, ?, ?, '', now(), now() + cast(? as interval))""";
        UUID coach = village.account(Role.COACH).value();
        assertThatThrownBy(() -> village.as(
                        village.actor(Role.COACH),
                        () -> jdbc.sql(insert)
                                .params(Uuids.next(), person.value(), coach, village.alpha.value(), "10 minutes")
                                .update()))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> village.as(
                        actor(),
                        () -> jdbc.sql(insert)
                                .params(
                                        Uuids.next(),
                                        person.value(),
                                        helper.value(),
                                        village.alpha.value(),
                                        "61 minutes")
                                .update()))
                .hasStackTraceContaining("emergency_access_an_hour");
    }

    /** A new table with a participant in it has to say whether an opened dossier shows it. */
    @Test
    void everyTableOfADossierIsReadableInAnEmergency() {
        assertThat(everything.sql("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
                          and a.attname = 'participant_id' and not a.attisdropped
                          and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = c.relname || '_opened'
                              and p.polcmd = 'r')
                        """).query(String.class).list())
                .containsExactlyInAnyOrder(
                        "emergency_access", "participant_search", "match_key", "likely_double", "import_row", "trail");
    }
}
