package nl.meedoen.people.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.meedoen.access.Actors;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.reference.MunicipalityAnswer;
import nl.meedoen.participants.reference.MunicipalityLookup;
import nl.meedoen.people.Organisation;
import nl.meedoen.people.figures.ServedAreas;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
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

/** Social services, who belongs to them, and municipalities that merge. */
@MeedoenTest
class SocialServicesTest {

    private static final String HOME = "/admin/organisation/services";
    private static int names;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Actors actors;

    @Autowired
    Organisation organisation;

    @Autowired
    MunicipalityLookup lookup;

    @Autowired
    ServedAreas areas;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementCounter statements;

    private MockHttpServletResponse send(String path, String... pairs) throws Exception {
        var request = post(path).with(village.as(Role.ADMINISTRATOR)).locale(Locale.ENGLISH);
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(path).with(village.as(Role.ADMINISTRATOR)).locale(Locale.ENGLISH))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private String service() throws Exception {
        return String.valueOf(send(HOME, "name", "Dienst Proef " + ++names).getRedirectedUrl());
    }

    private String yesterday() {
        return village.today().minusDays(1).toString();
    }

    /** A client manager who serves nothing by their own account. */
    private AccountId manager() {
        AccountId id =
                village.account(Role.CLIENT_MANAGER, "dienst" + ++names, village.alpha, Village.OWN_MUNICIPALITY);
        everything
                .sql("delete from account_municipality where account_id = ?")
                .param(id.value())
                .update();
        return id;
    }

    private ParticipantId resident(String municipality) {
        ParticipantId id = village.participant("Bewoner" + ++names, "Dienst", village.alpha, municipality);
        village.consent(id);
        return id;
    }

    /** Whether the second wall lets this client manager see a resident, and the first opens the dossier. */
    private boolean sees(AccountId manager, ParticipantId resident) throws Exception {
        var actor = actors.find(manager, Role.CLIENT_MANAGER).orElseThrow();
        boolean row = village.as(
                actor,
                () -> jdbc.sql("select exists (select 1 from participant where id = ?)")
                        .param(resident.value())
                        .query(Boolean.class)
                        .single());
        int status = mvc.perform(get("/participants/" + resident).with(village.signIn(manager)))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).as("both walls say the same").isEqualTo(row ? 200 : 404);
        return row;
    }

    @Test
    void aClientManagerSeesWhomTheServiceServesToday() throws Exception {
        String service = service();
        AccountId manager = manager();
        ParticipantId resident = resident("GM0037");
        assertThat(sees(manager, resident)).isFalse();
        assertThat(send(service + "/municipalities", "municipality", "stadskanaal", "from", yesterday())
                        .getStatus())
                .isEqualTo(302);
        assertThat(send(service + "/people", "account", manager.toString(), "from", yesterday())
                        .getStatus())
                .isEqualTo(302);
        assertThat(sees(manager, resident)).isTrue();
        assertThat(page(service).text()).contains("Stadskanaal").contains("no end");
        assertThat(send(service + "/people/" + manager + "/end", "until", yesterday())
                        .getStatus())
                .isEqualTo(302);
        assertThat(sees(manager, resident)).isFalse();
    }

    @Test
    void whatBeginsTomorrowDoesNotCountToday() throws Exception {
        String service = service();
        AccountId manager = manager();
        ParticipantId resident = resident("GM0047");
        send(
                service + "/municipalities",
                "municipality",
                "Veendam",
                "from",
                village.today().plusDays(1).toString());
        send(service + "/people", "account", manager.toString(), "from", yesterday());
        assertThat(sees(manager, resident)).isFalse();
    }

    @Test
    void aServiceThatStoppedServesNobody() throws Exception {
        String service = service();
        AccountId manager = manager();
        ParticipantId resident = resident("GM0050");
        send(service + "/municipalities", "municipality", "Zeewolde", "from", "2026-01-01");
        send(service + "/people", "account", manager.toString(), "from", "2026-01-01");
        assertThat(sees(manager, resident)).isTrue();
        assertThat(send(service + "/end", "until", yesterday()).getStatus()).isEqualTo(302);
        assertThat(sees(manager, resident)).isFalse();
        assertThat(page(service).select("tbody").text()).contains("Zeewolde").contains("1 January 2026");
        Document late = Jsoup.parse(send(
                        service + "/municipalities",
                        "municipality",
                        "Zeewolde",
                        "from",
                        village.today().toString())
                .getContentAsString());
        assertThat(late.select("#municipality-error").text()).contains("has stopped");
    }

    @Test
    void theAccountPageGivesASocialServiceInsteadOfMunicipalities() throws Exception {
        String service = service();
        String id = service.substring(service.lastIndexOf('/') + 1);
        String email = "dienst" + ++names + "@village.example";
        assertThat(send(
                                "/admin/accounts",
                                "name",
                                "Dora Dienst",
                                "email",
                                email,
                                "roles",
                                "CLIENT_MANAGER",
                                "services",
                                id)
                        .getStatus())
                .isEqualTo(302);
        assertThat(everything.sql("""
                                select s.from_on from account_social_service s join account a on a.id = s.account_id
                                where a.email = ?
                                """).param(email).query(LocalDate.class).list())
                .containsExactly(village.today());
        assertThat(page(service).text()).contains("Dora Dienst");
    }

    @Test
    void aNameIsTakenOnceAndALateSaveShowsBoth() throws Exception {
        String service = service();
        String name = page(service).select("#name").val();
        Document taken = Jsoup.parse(send(HOME, "name", name).getContentAsString());
        assertThat(taken.select("#name-error").text()).isNotEmpty();
        send(service, "name", name + " Noord", "version", "0");
        MockHttpServletResponse late = send(service, "name", name + " Zuid", "version", "0");
        assertThat(late.getStatus()).isEqualTo(409);
        Document both = Jsoup.parse(late.getContentAsString());
        assertThat(both.select("[role=alert]").text()).contains(name + " Noord");
        assertThat(both.select("#name").val()).isEqualTo(name + " Zuid");
    }

    @Test
    void twoMunicipalitiesBecomeANewOne() throws Exception {
        String service = service();
        AccountId manager = manager();
        AccountId direct = village.account(Role.CLIENT_MANAGER, "direct" + ++names, village.alpha, "GM0059");
        LocationId place = village.as(
                village.actor(Role.ADMINISTRATOR),
                () -> organisation.createLocation(village.north, "Plaats Fusie " + ++names));
        village.run(
                village.actor(Role.ADMINISTRATOR), () -> organisation.serve(place, "GM0059", LocalDate.of(2020, 1, 1)));
        send(service + "/municipalities", "municipality", "Achtkarspelen", "from", "2020-01-01");
        send(service + "/people", "account", manager.toString(), "from", "2020-01-01");
        ParticipantId before = resident("GM0059");
        String on = village.today().toString();
        String[] form = {
            "former",
            "Achtkarspelen\nTytsjerksteradiel",
            "into",
            "Proefwolden",
            "code",
            "gm9901",
            "province",
            "Fryslân",
            "on",
            on
        };
        MockHttpServletResponse look = send("/admin/organisation/merger", form);
        assertThat(look.getStatus()).isEqualTo(200);
        assertThat(Jsoup.parse(look.getContentAsString())
                        .select("[aria-labelledby=effect]")
                        .text())
                .contains("Plaats Fusie")
                .contains("Dienst Proef");
        assertThat(organisation.municipality("GM9901")).isEmpty();
        String[] sure = java.util.stream.Stream.concat(java.util.Arrays.stream(form), List.of("sure", "true").stream())
                .toArray(String[]::new);
        assertThat(send("/admin/organisation/merger", sure).getStatus()).isEqualTo(302);

        assertThat(organisation.servedBy(place, village.today())).containsExactly("GM9901");
        assertThat(organisation.servedBy(place, village.today().minusDays(1))).containsExactly("GM0059");
        assertThat(organisation.reachedBy(place, village.today())).contains("GM0059", "GM0737", "GM9901");
        ParticipantId after = resident("GM9901");
        for (AccountId each : List.of(manager, direct)) {
            assertThat(sees(each, before)).isTrue();
            assertThat(sees(each, after)).isTrue();
        }
        String shown = mvc.perform(get("/participants/" + before).with(village.signIn(manager)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(shown).contains("Achtkarspelen (Proefwolden)");
        assertThat(page(HOME).select("#mergers").text())
                .contains("Tytsjerksteradiel")
                .contains("Proefwolden");
        Document again = Jsoup.parse(send("/admin/organisation/merger", sure).getContentAsString());
        assertThat(again.select("#former-error").text()).contains("Achtkarspelen");

        // who enrols somebody, by hand or from a file, is told what it is today
        assertThat(lookup.resolve("gemeente Tytsjerksteradiel"))
                .isEqualTo(new MunicipalityAnswer.Found(lookup.byCode("GM9901").orElseThrow(), true));
        assertThat(lookup.resolve("Proefwolden")).isInstanceOfSatisfying(MunicipalityAnswer.Found.class, found -> {
            assertThat(found.code()).isEqualTo("GM9901");
            assertThat(found.wasFormer()).isFalse();
        });
        assertThat(lookup.byCode("GM0059").orElseThrow().name()).isEqualTo("Achtkarspelen");
        assertThat(lookup.all()).extracting(m -> m.code()).contains("GM9901").doesNotContain("GM0059", "GM0737");
        // and figures of the new one count who was registered in the former ones
        assertThat(village.as(village.actor(Role.ADMINISTRATOR), () -> areas.served()))
                .anySatisfy(served ->
                        assertThat(served.municipalities()).containsExactlyInAnyOrder("GM0059", "GM0737", "GM9901"));
    }

    private String merge(String into, String code, String... former) throws Exception {
        MockHttpServletResponse done = send(
                "/admin/organisation/merger",
                "former",
                String.join("\n", former),
                "into",
                into,
                "code",
                code,
                "province",
                "Fryslân",
                "on",
                village.today().toString(),
                "sure",
                "true");
        assertThat(done.getStatus()).isEqualTo(302);
        return page(HOME).select("#mergers tr").stream()
                .filter(row -> row.text().contains(into))
                .map(row -> row.select("a").attr("href"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> serving(String... codes) {
        return everything.sql("""
                        select t::text from social_service_municipality t where municipality_code = any(?) union all
                        select t::text from location_municipality t where municipality_code = any(?) order by 1
                        """).params(codes, codes).query(String.class).list();
    }

    @Test
    void aMergerIsTakenBackAndEverythingIsAsItWas() throws Exception {
        String service = service();
        LocationId place = village.as(
                village.actor(Role.ADMINISTRATOR),
                () -> organisation.createLocation(village.north, "Plaats Terug " + ++names));
        village.run(
                village.actor(Role.ADMINISTRATOR), () -> organisation.serve(place, "GM0085", LocalDate.of(2020, 1, 1)));
        send(service + "/municipalities", "municipality", "Weststellingwerf", "from", "2021-02-03");
        List<String> before = serving("GM0085", "GM0098", "GM9902");
        assertThat(before).hasSize(2);
        String undo = merge("Proefstelling", "GM9902", "Ooststellingwerf", "Weststellingwerf");
        assertThat(serving("GM0085", "GM0098", "GM9902")).hasSize(4);
        assertThat(page(undo).select("h2").text())
                .contains("Ooststellingwerf, Weststellingwerf: together Proefstelling");

        assertThat(send(undo).getRedirectedUrl()).isEqualTo(HOME + "#mergers");
        assertThat(serving("GM0085", "GM0098", "GM9902")).isEqualTo(before);
        assertThat(organisation.municipality("GM9902")).isEmpty();
        assertThat(lookup.resolve("Ooststellingwerf")).isInstanceOfSatisfying(MunicipalityAnswer.Found.class, found -> {
            assertThat(found.code()).isEqualTo("GM0085");
            assertThat(found.wasFormer()).isFalse();
        });
        assertThat(page(HOME).select("#mergers").text()).doesNotContain("Proefstelling");
        assertThat(send(undo).getStatus()).isEqualTo(404);
        // and it can be done again
        assertThat(merge("Proefstelling", "GM9902", "Ooststellingwerf", "Weststellingwerf"))
                .isNotEqualTo(undo);
    }

    @Test
    void whatWasBuiltUponIsNotTakenBack() throws Exception {
        String service = service();
        send(service + "/municipalities", "municipality", "Dantumadiel", "from", "2021-02-03");
        String undo = merge("Proefwouden", "GM9903", "Dantumadiel");
        send(service + "/municipalities/GM9903/end", "until", village.today().toString());
        List<String> before = serving("GM1891", "GM9903");
        MockHttpServletResponse refused = send(undo);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString())
                        .select("[role=alert]")
                        .text())
                .contains("somebody changed since");
        assertThat(ValidHtml.check(refused.getContentAsString())).isEmpty();
        assertThat(serving("GM1891", "GM9903")).isEqualTo(before);
    }

    @Test
    void aNewMunicipalityInWhichPeopleAreRegisteredStays() throws Exception {
        String undo = merge("Proefdongeradeel", "GM9904", "Noardeast-Fryslân");
        resident("GM9904");
        MockHttpServletResponse refused = send(undo);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("are registered in the new municipality");
        assertThat(organisation.municipality("GM9904")).isPresent();
    }

    @Test
    void aMunicipalityThatWasGoneBeforeIsKnownByWhatItBecame() throws Exception {
        Document page = Jsoup.parse(send(
                        "/admin/organisation/merger",
                        "former",
                        "Leek\nNergenshuizen",
                        "into",
                        "Groningen",
                        "on",
                        village.today().toString())
                .getContentAsString());
        assertThat(page.select("#former-error").text())
                .contains("2019")
                .contains("Westerkwartier")
                .contains("Nergenshuizen");
        assertThat(page.select("#former").val()).contains("Leek");
    }

    @Test
    void onlyAdministratorsAndJobsChangeThemBehindTheFirstWallToo() {
        for (Role role : List.of(Role.COORDINATOR, Role.CLIENT_MANAGER, Role.NATIONAL_LEAD)) {
            assertThatThrownBy(() -> village.run(
                            village.actor(role),
                            () -> jdbc.sql(
                                            "insert into account_social_service select ?, id, date '2020-01-01' from social_service")
                                    .param(village.account(role).value())
                                    .update()))
                    .hasStackTraceContaining("row-level security");
        }
    }

    @Test
    void thePagesTakeAFixedNumberOfStatements() throws Exception {
        String service = service();
        page(HOME);
        int before = statements.during(() -> page(HOME)).size();
        send(service() + "/municipalities", "municipality", "Texel", "from", "2020-01-01");
        send(service() + "/municipalities", "municipality", "Texel", "from", "2020-01-01");
        assertThat(statements.during(() -> page(HOME))).hasSize(before);
        page(service);
        assertThat(page(service).title()).contains("Dienst Proef");
    }
}
