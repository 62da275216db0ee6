package nl.meedoen.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import nl.meedoen.access.Accounts;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Actors;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.Village;
import nl.meedoen.support.Visitor;
import nl.meedoen.webkit.RuleBroken;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** What the administrator does with accounts, and what even an administrator may not. */
@MeedoenTest
class AccountsPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Accounts accounts;

    @Autowired
    Actors actors;

    @Autowired
    Staff staff;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    StatementCounter statements;

    private Browsing administrator;

    @BeforeEach
    void signIn() {
        administrator = new Browsing(mvc, village, village.account(Role.ADMINISTRATOR));
    }

    private static String path(AccountId id) {
        return "/admin/accounts/" + id;
    }

    private String version(AccountId id) throws Exception {
        return administrator.page(path(id)).select("input[name=version]").val();
    }

    @Test
    void aClientManagerIsInvitedForMunicipalitiesByName() throws Exception {
        MockHttpServletResponse response = administrator.send(
                "/admin/accounts",
                "name",
                "Klaas Manager",
                "email",
                "klaas@village.example",
                "roles",
                "CLIENT_MANAGER",
                "municipalities",
                "den haag\r\nHengelo; 's-hertogenbosch");
        assertThat(response.getStatus()).isEqualTo(302);
        AccountId id = accounts.byEmail("klaas@village.example").orElseThrow().id();
        assertThat(everything
                        .sql("select municipality_code from account_municipality where account_id = ? order by 1")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("GM0164", "GM0518", "GM0796");
        assertThat(administrator.page(path(id)).select("#municipalities").val()).contains("'s-Gravenhage");
    }

    @Test
    void eachRoleAsksForItsPlaces() throws Exception {
        Document coordinator = refused("COORDINATOR", "");
        assertThat(coordinator.select("#locations-error").text()).contains("Choose a location");
        Document manager = refused("CLIENT_MANAGER", "Atlantis");
        assertThat(manager.select("#municipalities-error").text()).contains("Atlantis");
        Document taken = Jsoup.parse(administrator
                .send("/admin/accounts", "name", "Nog Een", "email", "COACH@village.example", "roles", "NATIONAL_LEAD")
                .getContentAsString());
        assertThat(taken.select("#email-error").text()).contains("already has an account");
    }

    private Document refused(String role, String municipalities) throws Exception {
        MockHttpServletResponse response = administrator.send(
                "/admin/accounts",
                "name",
                "Zonder Plek",
                "email",
                "zonder.plek@village.example",
                "roles",
                role,
                "municipalities",
                municipalities);
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(accounts.byEmail("zonder.plek@village.example")).isEmpty();
        return Jsoup.parse(response.getContentAsString());
    }

    @Test
    void anUnknownRoleIsNoRole() throws Exception {
        MockHttpServletResponse response = administrator.send(
                "/admin/accounts", "name", "Wie", "email", "wie@village.example", "roles", "EMPEROR");
        assertThat(response.getStatus()).isEqualTo(422);
    }

    @Test
    void rolesAndPlacesChangeTogether() throws Exception {
        AccountId id = village.account(Role.COACH, "changing", village.alpha, Village.OWN_MUNICIPALITY);
        MockHttpServletResponse response = administrator.send(
                path(id),
                "version",
                version(id),
                "name",
                "Nu Coördinator",
                "roles",
                "COORDINATOR",
                "locations",
                village.beta.toString());
        assertThat(response.getStatus()).isEqualTo(302);
        Actor now = actors.find(id, null).orElseThrow();
        assertThat(now.role()).isEqualTo(Role.COORDINATOR);
        assertThat(now.name()).isEqualTo("Nu Coördinator");
        assertThat(now.locations()).containsExactly(village.beta);
    }

    @Test
    void twoWhoChangeTheSameAccountAreTold() throws Exception {
        AccountId id = village.account(Role.NATIONAL_LEAD, "stale", village.alpha, Village.OWN_MUNICIPALITY);
        String read = version(id);
        administrator.send(path(id), "version", read, "name", "Eerste Naam", "roles", "NATIONAL_LEAD");
        MockHttpServletResponse second =
                administrator.send(path(id), "version", read, "name", "Tweede Naam", "roles", "NATIONAL_LEAD");
        assertThat(second.getStatus()).isEqualTo(409);
        Document page = Jsoup.parse(second.getContentAsString());
        assertThat(page.select("#name").val()).isEqualTo("Tweede Naam");
        assertThat(page.select(".notice").text()).contains("Eerste Naam");
        String now = page.select("input[name=version]").val();
        assertThat(administrator
                        .send(path(id), "version", now, "name", "Tweede Naam", "roles", "NATIONAL_LEAD")
                        .getStatus())
                .isEqualTo(302);
        assertThat(accounts.summary(id).name()).isEqualTo("Tweede Naam");
    }

    @Test
    void whoIsBlockedIsSignedOutAndCanBeGivenBack() throws Exception {
        AccountId id = village.account(Role.COORDINATOR, "toblock", village.alpha, Village.OWN_MUNICIPALITY);
        Visitor person = new Visitor(mvc, "198.18.2.1");
        person.signIn("coordinatortoblock@village.example", Village.PASSWORD);
        assertThat(administrator.page(path(id)).text()).contains("in 1 browser");
        assertThat(administrator.send(path(id) + "/block").getStatus()).isEqualTo(302);
        assertThat(person.open("/participants").getRedirectedUrl()).isEqualTo("/login");
        assertThat(administrator.page(path(id)).text()).contains("blocked");
        assertThat(administrator.send(path(id) + "/unblock").getStatus()).isEqualTo(302);
        assertThat(person.signIn("coordinatortoblock@village.example", Village.PASSWORD))
                .isEqualTo("/participants");
        assertThat(administrator.send(path(id) + "/sign-out").getStatus()).isEqualTo(302);
        assertThat(person.open("/participants").getRedirectedUrl()).isEqualTo("/login");
    }

    @Test
    void nobodyBlocksTheOwnAccountOrTheLastAdministrator() throws Exception {
        AccountId own = village.account(Role.ADMINISTRATOR);
        assertThat(administrator.send(path(own) + "/block").getStatus()).isEqualTo(422);
        List<AccountId> others = otherAdministrators(own);
        others.forEach(id -> accounts.block(id));
        try {
            MockHttpServletResponse response =
                    administrator.send(path(own), "version", version(own), "name", "Ik", "roles", "NATIONAL_LEAD");
            assertThat(response.getStatus()).isEqualTo(422);
            assertThat(Jsoup.parse(response.getContentAsString())
                            .select("#roles-error")
                            .text())
                    .contains("last administrator");
        } finally {
            others.forEach(id -> accounts.unblock(id));
        }
        assertThat(accounts.summary(own).roles()).contains(Role.ADMINISTRATOR);
    }

    private List<AccountId> otherAdministrators(AccountId own) {
        return everything
                .sql("""
                        select a.id from account a join account_role r on r.account_id = a.id
                        where r.role = 'ADMINISTRATOR' and a.status = 'ACTIVE' and a.id <> ?
                        """)
                .param(own.value())
                .query((row, n) -> new AccountId(row.getObject(1, java.util.UUID.class)))
                .list();
    }

    @Test
    void twoAdministratorsCannotBlockEachOtherAtOnce() throws Exception {
        AccountId one = village.account(Role.ADMINISTRATOR);
        List<AccountId> others = otherAdministrators(one);
        AccountId two = others.get(0);
        others.subList(1, others.size()).forEach(id -> accounts.block(id));
        Actor first = actors.find(one, Role.ADMINISTRATOR).orElseThrow();
        Actor second = actors.find(two, Role.ADMINISTRATOR).orElseThrow();
        try {
            for (int round = 0; round < 5; round++) {
                CompletableFuture<Boolean> a = attempt(() -> village.as(first, () -> block(first, two)));
                CompletableFuture<Boolean> b = attempt(() -> village.as(second, () -> block(second, one)));
                assertThat(List.of(a.get(), b.get())).containsExactlyInAnyOrder(true, false);
                for (AccountId id : List.of(one, two)) {
                    if ("BLOCKED".equals(accounts.summary(id).status())) {
                        accounts.unblock(id);
                    }
                }
            }
        } finally {
            others.subList(1, others.size()).forEach(id -> accounts.unblock(id));
        }
    }

    private Boolean block(Actor by, AccountId id) {
        staff.block(by, id);
        return true;
    }

    private static CompletableFuture<Boolean> attempt(Supplier<Boolean> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.get();
            } catch (RuleBroken refused) {
                return false;
            }
        });
    }

    @Test
    void theListSaysWhoSignsInWithTwoSteps() throws Exception {
        AccountId with = village.account(Role.NATIONAL_LEAD, "with-app", village.alpha, Village.OWN_MUNICIPALITY);
        AccountId begun = village.account(Role.NATIONAL_LEAD, "begun-app", village.alpha, Village.OWN_MUNICIPALITY);
        for (AccountId account : List.of(with, begun)) {
            everything
                    .sql("""
                            insert into authenticator_app (id, account_id, secret, made_at, added_at)
                            values (gen_random_uuid(), :account, 'x', now(), case when :counts then now() end)
                            """)
                    .param("account", account.value())
                    .param("counts", account.equals(with))
                    .update();
        }
        Document list = administrator.page("/admin/accounts?q=-app");
        assertThat(list.select("tbody tr:contains(with-app)").text()).contains("signs in with two steps");
        assertThat(list.select("tbody tr:contains(begun-app)").text()).contains("no second step yet");
    }

    @Test
    void theListIsSearchedFilteredAndPaged() throws Exception {
        for (int i = 0; i < 30; i++) {
            village.account(Role.NATIONAL_LEAD, "paged" + i, village.alpha, Village.OWN_MUNICIPALITY);
        }
        Document first = administrator.page("/admin/accounts?q=paged&role=NATIONAL_LEAD&status=ACTIVE");
        assertThat(first.select("tbody tr")).hasSize(25);
        assertThat(first.text()).contains("30 accounts");
        String next = first.select("a[rel=next]").attr("href");
        Document second = administrator.page(next);
        assertThat(second.select("tbody tr")).hasSize(5);
        List<String> names = first.select("tbody th a").eachText();
        assertThat(second.select("tbody th a").eachText()).doesNotContainAnyElementsOf(names);
        assertThat(administrator.page("/admin/accounts?q=paged&role=COACH").select("tbody tr"))
                .isEmpty();
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheRows() throws Exception {
        int few = statements
                .during(() -> administrator.page("/admin/accounts?role=CLIENT_MANAGER"))
                .size();
        int many =
                statements.during(() -> administrator.page("/admin/accounts")).size();
        assertThat(many).isEqualTo(few).isLessThan(14);
    }

    @Test
    void anAdministratorSeesNoDossier() throws Exception {
        assertThat(administrator.open("/participants").getStatus()).isEqualTo(403);
        assertThat(administrator.open("/participants/" + village.amal).getStatus())
                .isEqualTo(403);
        assertThat(administrator.open("/coaches").getStatus()).isEqualTo(403);
    }

    @Test
    void whoInvitesACoachForALocationPutsTheProfileThere() {
        Actor actor = village.actor(Role.ADMINISTRATOR);
        AccountId id = village.as(
                actor,
                () -> staff.invite(
                        actor,
                        "via.beheer@village.example",
                        "Via Beheer",
                        EnumSet.of(Role.COACH),
                        new Staff.Places(Set.of(village.beta), Set.of(), Set.of())));
        assertThat(everything
                        .sql("select location_id from coach_profile where account_id = ?")
                        .param(id.value())
                        .query(java.util.UUID.class)
                        .single())
                .isEqualTo(village.beta.value());
    }
}
