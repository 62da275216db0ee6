package nl.meedoen.plans.network.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Actors;
import nl.meedoen.access.Role;
import nl.meedoen.desk.Attention;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.network.Introductions;
import nl.meedoen.plans.network.Via;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Whom a volunteer knows, a coordinator who looks there, and an introduction from asked to what came of it. */
@MeedoenTest
class NetworkTest {

    private static int count;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Actors actors;

    @Autowired
    Introductions introductions;

    @Autowired
    NetworkAttention attention;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementCounter counter;

    private AccountId volunteer;
    private ParticipantId person;
    private String path;
    private String firm;

    @BeforeEach
    void somebody() {
        firm = "Bakkerij Proef" + ++count;
        volunteer = village.account(Role.COACH, "netwerk" + count, village.alpha, Village.OWN_MUNICIPALITY);
        person = village.participant("Nadia", "Netwerk", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, village.account(Role.COACH));
        path = "/participants/" + person + "/network";
    }

    private void know(String organisation, String sector, String place) throws Exception {
        assertThat(send(
                                volunteer,
                                "/network",
                                "organisation",
                                organisation,
                                "does",
                                "Hoofd dé winkel",
                                "sector",
                                sector,
                                "place",
                                place,
                                "person",
                                "Geheime Naam",
                                "note",
                                "Oude buurman")
                        .getRedirectedUrl())
                .isEqualTo("/network");
    }

    @Test
    void aVolunteerKeepsWhomTheyKnow() throws Exception {
        assertThat(open(volunteer, "/network").select(".empty a").attr("href")).isEqualTo("/network/new");
        open(volunteer, "/network/new");
        know(firm, "C", "");
        Document page = open(volunteer, "/network");
        assertThat(page.select("tbody tr").text()).contains(firm, "Geheime Naam", "Hoofd dé winkel");
        String one = page.select("tbody th a").attr("href");
        assertThat(open(volunteer, one).select("#person").val()).isEqualTo("Geheime Naam");
        assertThat(send(volunteer, one, "organisation", firm + " Zuid", "sector", "C", "version", "0")
                        .getStatus())
                .isEqualTo(302);
        MockHttpServletResponse late =
                send(volunteer, one, "organisation", firm + " Noord", "sector", "C", "version", "0");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(late.getContentAsString()).select("[role=alert]").text())
                .contains(firm + " Zuid");
        assertThat(Jsoup.parse(late.getContentAsString())
                        .select("#organisation")
                        .val())
                .isEqualTo(firm + " Noord");

        send(volunteer, one + "/remove");
        assertThat(open(volunteer, "/network").select("tbody tr")).isEmpty();
        send(volunteer, one + "/restore");
        assertThat(open(volunteer, "/network").select("tbody tr").text()).contains(firm + " Zuid");
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndStays() throws Exception {
        MockHttpServletResponse refused =
                send(volunteer, "/network", "organisation", "", "sector", "Z", "place", "Groninge", "person", "Iemand");
        assertThat(refused.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(refused.getContentAsString());
        assertThat(page.select("#organisation-error").text()).contains("Schrijf de naam");
        assertThat(page.select("#sector-error").text()).contains("Kies een sector");
        assertThat(page.select("#place-error").text()).contains("Groningen");
        assertThat(page.select("#person").val()).isEqualTo("Iemand");
        assertThat(ValidHtml.check(refused.getContentAsString())).isEmpty();
    }

    @Test
    void aCoordinatorFindsTheOrganisationAndNotThePerson() throws Exception {
        know(firm, "C", "Groningen");
        know("Kwekerij " + firm, "A", "");
        AccountId coordinator = village.account(Role.COORDINATOR);
        Document all = open(coordinator, "/network/search?q=" + firm.replace(" ", "+"));
        assertThat(all.select("tbody tr")).hasSize(2);
        assertThat(all.text()).doesNotContain("Geheime Naam").doesNotContain("buurman");
        assertThat(open(coordinator, "/network/search?sector=A&q=" + firm.replace(" ", "+"))
                        .select("tbody th")
                        .text())
                .contains("Kwekerij");
        // accents, capitals and the order of words do not matter; signs of the database neither
        assertThat(open(coordinator, "/network/search?q=WINKEL+groningen+de+" + firm.replace(" ", "+"))
                        .select("tbody tr"))
                .hasSize(1);
        assertThat(open(coordinator, "/network/search?q=" + firm.replace(" ", "+") + "+%25%22%7D%5C")
                        .select("tbody tr"))
                .hasSize(2);
        assertThat(open(coordinator, "/network/search?q=bestaatniet")
                        .select(".empty-title")
                        .text())
                .isEqualTo("Niets gevonden");
        assertThat(open(village.foreignActor(Role.COORDINATOR).id(), "/network/search?q=" + firm.replace(" ", "+"))
                        .select("tbody tr"))
                .isEmpty();
        everything
                .sql("update account set status = 'BLOCKED' where id = ?")
                .param(volunteer.value())
                .update();
        assertThat(open(coordinator, "/network/search?q=" + firm.replace(" ", "+"))
                        .select("tbody tr"))
                .isEmpty();
    }

    @Test
    void anIntroductionIsAskedAnsweredAndSomethingComesOfIt() throws Exception {
        know(firm, "C", "Groningen");
        AccountId coordinator = village.account(Role.COORDINATOR);
        Document found = open(coordinator, "/network/search?for=" + person + "&q=" + firm.replace(" ", "+"));
        assertThat(found.select("h1 + p").text()).contains("Nadia Netwerk");
        String ask = found.select("tbody .btn").attr("href");
        open(coordinator, ask);
        assertThat(send(coordinator, ask, "wanted", " ").getStatus()).isEqualTo(422);
        assertThat(send(coordinator, ask, "wanted", "Een ochtend meelopen").getRedirectedUrl())
                .isEqualTo(path);

        Actor asked = actors.find(volunteer, Role.COACH).orElseThrow();
        assertThat(village.as(asked, () -> attention.of(asked)))
                .extracting(Attention::title, Attention::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(firm, "Een ochtend meelopen"));
        Document own = open(volunteer, "/network");
        assertThat(own.select("[aria-labelledby=asked]").text())
                .contains("Een ochtend meelopen", firm)
                .doesNotContain("Nadia");
        assertThat(own.html()).doesNotContain(person.toString());
        String answer = own.select("[aria-labelledby=asked] form").attr("action");
        MockHttpServletResponse tooLong = send(volunteer, answer, "made", "true", "note", "x".repeat(501));
        assertThat(tooLong.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(tooLong.getContentAsString())
                        .select("textarea[name=note]")
                        .text())
                .hasSize(501);
        assertThat(ValidHtml.check(tooLong.getContentAsString())).isEmpty();
        assertThat(send(volunteer, answer, "made", "true", "note", "Dinsdag om tien uur")
                        .getStatus())
                .isEqualTo(302);
        assertThat(send(volunteer, answer, "made", "false").getStatus()).isEqualTo(404);
        assertThat(village.as(asked, () -> attention.of(asked))).isEmpty();

        Document page = open(village.account(Role.COACH), path);
        assertThat(page.select(".introductions li").text()).contains("Gelegd", "Dinsdag om tien uur", firm);
        String update = page.select(".introductions a").attr("href");
        assertThat(open(village.account(Role.COACH), update)
                        .select("[name=state][checked]")
                        .val())
                .isEqualTo("MADE");
        assertThat(send(
                                village.account(Role.COACH),
                                update,
                                "state",
                                "MADE",
                                "on",
                                village.today().toString(),
                                "outcome",
                                "WORK_EXPERIENCE",
                                "version",
                                "1")
                        .getStatus())
                .isEqualTo(302);
        assertThat(open(village.account(Role.COACH), path)
                        .select(".introductions li")
                        .text())
                .contains("Werkervaring");
    }

    @Test
    void whatCannotBeIsRefused() throws Exception {
        AccountId coach = village.account(Role.COACH);
        assertThat(open(coach, path).select(".empty a").attr("href")).isEqualTo(path + "/new");
        open(coach, path + "/new");
        String tomorrow = village.today().plusDays(1).toString();
        MockHttpServletResponse late =
                send(coach, path, "via", "PARTICIPANT", "whom", "Buurman", "on", tomorrow, "wanted", "Een gesprek");
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(late.getContentAsString()).select("#on-error").text())
                .contains("moet nog komen");
        assertThat(Jsoup.parse(late.getContentAsString()).select("#wanted").text())
                .isEqualTo("Een gesprek");
        send(
                coach,
                path,
                "via",
                "PARTICIPANT",
                "whom",
                "Buurman",
                "on",
                village.today().toString());
        String update = open(coach, path).select(".introductions a").attr("href");
        MockHttpServletResponse early = send(coach, update, "state", "ASKED", "outcome", "WORK", "version", "0");
        assertThat(early.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(early.getContentAsString())
                        .select("#outcome-error")
                        .text())
                .contains("als de introductie is gelegd");
        assertThat(send(coach, update, "state", "DECLINED", "version", "0").getStatus())
                .isEqualTo(422);
        assertThat(send(
                                coach,
                                update,
                                "state",
                                "DECLINED",
                                "on",
                                village.today().toString(),
                                "version",
                                "0")
                        .getStatus())
                .isEqualTo(302);
        MockHttpServletResponse stale =
                send(coach, update, "state", "MADE", "on", village.today().toString(), "version", "0");
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(stale.getContentAsString())
                        .select("[role=alert] dd")
                        .first()
                        .text())
                .isEqualTo("Niet gelukt");
    }

    @Test
    void namesAndNotesAreSealed() throws Exception {
        know(firm, "C", "");
        for (String column : new String[] {"person", "note"}) {
            byte[] kept = everything
                    .sql("select " + column + " from acquaintance where owner_id = ?")
                    .param(volunteer.value())
                    .query((row, n) -> row.getBytes(1))
                    .single();
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Geheime", "buurman");
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theDatabaseShowsANetworkToItsOwnerAndTheirCoordinators(Role role) throws Exception {
        know(firm, "C", "");
        Actor coach = village.actor(Role.COACH);
        village.as(
                coach,
                () -> introductions.ask(
                        coach,
                        person,
                        new Introductions.Request(Via.OTHER, "Iemand", null, village.today()),
                        volunteer));
        long searched = role == Role.COORDINATOR ? 1 : 0;
        assertThat(known(village.actor(role))).isEqualTo(searched);
        assertThat(known(village.foreignActor(role))).isZero();
        long own = role == Role.COACH || role == Role.COORDINATOR ? 1 : 0;
        assertThat(seen(village.actor(role))).isEqualTo(own);
        assertThat(seen(village.foreignActor(role))).isZero();
        Actor asked = actors.find(volunteer, Role.COACH).orElseThrow();
        assertThat(seen(asked)).isOne();
        assertThat(village.as(
                        asked,
                        () -> jdbc.sql("select count(*) from participant where id = ?")
                                .param(person.value())
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void theNumberOfStatementsIsFixed() throws Exception {
        AccountId coordinator = village.account(Role.COORDINATOR);
        know(firm, "C", "");
        String search = "/network/search?q=" + firm.replace(" ", "+");
        open(coordinator, search);
        open(volunteer, "/network");
        int few = counter.during(() -> open(coordinator, search)).size();
        int mine = counter.during(() -> open(volunteer, "/network")).size();
        know(firm + " Oost", "C", "");
        know(firm + " West", "C", "Groningen");
        assertThat(counter.during(() -> open(coordinator, search))).hasSize(few);
        assertThat(counter.during(() -> open(volunteer, "/network"))).hasSize(mine);
    }

    private long known(Actor actor) {
        return village.as(
                actor,
                () -> jdbc.sql("select count(*) from acquaintance where owner_id = ?")
                        .param(volunteer.value())
                        .query(Long.class)
                        .single());
    }

    private long seen(Actor actor) {
        return village.as(
                actor,
                () -> jdbc.sql("select count(*) from introduction where participant_id = ?")
                        .param(person.value())
                        .query(Long.class)
                        .single());
    }

    private Document open(AccountId who, String address) throws Exception {
        MockHttpServletResponse answer = mvc.perform(get(java.net.URI.create(address))
                        .locale(new Locale("nl"))
                        .with(village.signIn(who)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        assertThat(ValidHtml.check(answer.getContentAsString())).as(address).isEmpty();
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse send(AccountId who, String address, String... pairs) throws Exception {
        var request = post(address).locale(new Locale("nl")).with(village.signIn(who));
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
