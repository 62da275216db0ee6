package nl.meedoen.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Accounts;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.Mailbox;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import nl.meedoen.support.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A coordinator invites coaches and trainers for the own locations, and nobody else. */
@MeedoenTest
class InvitingTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Accounts accounts;

    @Autowired
    OwnerJdbc everything;

    private Browsing coordinator;

    @BeforeEach
    void signIn() {
        coordinator = new Browsing(mvc, village, village.account(Role.COORDINATOR));
    }

    private MockHttpServletResponse invite(String email, Role role, String... more) throws Exception {
        String[] pairs = {
            "name", "Gevraagde Persoon", "email", email, "role", role.name(), "location", village.alpha.toString()
        };
        String[] all = java.util.Arrays.copyOf(pairs, pairs.length + more.length);
        System.arraycopy(more, 0, all, pairs.length, more.length);
        return coordinator.send("/coaches/invite", all);
    }

    private UUID invitation(String email) {
        return everything
                .sql("select id from invitation where email = ?")
                .param(email)
                .query(UUID.class)
                .single();
    }

    @Test
    void aCoachGetsALinkAProfileAndAPlace() throws Exception {
        String email = "nieuwe.coach@village.example";
        MockHttpServletResponse response = invite(
                email, Role.COACH, "municipality", "groningen", "languages", "ti", "languages", "ar", "capacity", "2");
        assertThat(response.getRedirectedUrl()).isEqualTo("/coaches?view=invited");
        AccountId id = accounts.byEmail(email).orElseThrow().id();
        assertThat(accounts.summary(id).roles()).containsExactly(Role.COACH);
        assertThat(coordinator.page("/coaches?view=invited").text()).contains("Gevraagde Persoon");
        assertThat(coordinator.page("/coaches/" + id).text())
                .contains("Groningen")
                .contains("Tigrinya")
                .contains("0 of 2");

        String link = Mailbox.link(Mailbox.of(email, 1).get(0));
        Visitor coach = new Visitor(mvc, "198.18.1.1");
        coach.send(link, link, "password", "drie eenden op een rij");
        assertThat(coach.signIn(email, "drie eenden op een rij")).isEqualTo("/today");
        assertThat(coordinator.page("/coaches?view=invited").select("tbody").text())
                .doesNotContain(email);
        assertThat(coordinator.page("/coaches?q=gevraagde").select("tbody").text())
                .contains("Gevraagde Persoon");
    }

    @Test
    void aTrainerGetsThePlaceToo() throws Exception {
        String email = "nieuwe.trainer@village.example";
        assertThat(invite(email, Role.TRAINER).getStatus()).isEqualTo(302);
        AccountId id = accounts.byEmail(email).orElseThrow().id();
        assertThat(everything
                        .sql("select location_id from account_location where account_id = ?")
                        .param(id.value())
                        .query(UUID.class)
                        .list())
                .containsExactly(village.alpha.value());
    }

    @Test
    void whatIsWrongIsSaidAtTheBox() throws Exception {
        MockHttpServletResponse response = coordinator.send(
                "/coaches/invite",
                "name",
                "",
                "email",
                "geen adres",
                "role",
                "COACH",
                "location",
                village.beta.toString(),
                "municipality",
                "Groninge");
        assertThat(response.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(response.getContentAsString());
        assertThat(page.select("#name-error").text()).contains("Fill in the name");
        assertThat(page.select("#email-error").text()).contains("not an email address");
        assertThat(page.select("#location-error").text()).contains("Choose a location");
        assertThat(page.select("#municipality-error").text()).contains("Did you mean: Groningen");
        assertThat(page.select("#email").val()).isEqualTo("geen adres");
    }

    @Test
    void otherRolesAreNotACoordinatorsToGive() throws Exception {
        for (Role role : List.of(Role.ADMINISTRATOR, Role.COORDINATOR, Role.CLIENT_MANAGER)) {
            String email = "te.hoog." + role.name().toLowerCase(java.util.Locale.ROOT) + "@village.example";
            assertThat(invite(email, role).getStatus()).as(role.name()).isEqualTo(422);
            assertThat(accounts.byEmail(email)).isEmpty();
        }
    }

    @Test
    void anAddressThatHasAnAccountGetsTheSameAnswerAndItsOwnerALetter() throws Exception {
        String taken = "coach2@village.example";
        MockHttpServletResponse known = invite(taken, Role.COACH);
        MockHttpServletResponse unknown = invite("nog.niemand@village.example", Role.COACH);
        assertThat(known.getRedirectedUrl()).isEqualTo(unknown.getRedirectedUrl());
        Document list = coordinator.page("/coaches?view=invited");
        assertThat(list.text()).contains(taken).contains("nog.niemand@village.example");
        assertThat(Mailbox.of(taken, 1).get(0)).contains("You have an account").doesNotContain("http");
        assertThat(accounts.byEmail(taken).orElseThrow().status()).isEqualTo("ACTIVE");
        assertThat(coordinator
                        .send("/coaches/invited/" + invitation(taken) + "/withdraw")
                        .getStatus())
                .isEqualTo(302);
        assertThat(accounts.byEmail(taken).orElseThrow().status()).isEqualTo("ACTIVE");
    }

    @Test
    void anInvitationIsSentAgainAndTheFirstLinkEnds() throws Exception {
        String email = "nog.eens@village.example";
        invite(email, Role.COACH);
        String first = Mailbox.link(Mailbox.of(email, 1).get(0));
        assertThat(coordinator
                        .send("/coaches/invited/" + invitation(email) + "/again")
                        .getStatus())
                .isEqualTo(302);
        String second = Mailbox.link(Mailbox.of(email, 2).get(1));
        assertThat(new Visitor(mvc, "198.18.1.2").open(first).getStatus()).isEqualTo(404);
        assertThat(new Visitor(mvc, "198.18.1.2").open(second).getStatus()).isEqualTo(200);
    }

    @Test
    void anInvitationThatIsWithdrawnOpensNothing() throws Exception {
        String email = "toch.niet@village.example";
        invite(email, Role.COACH);
        String link = Mailbox.link(Mailbox.of(email, 1).get(0));
        coordinator.send("/coaches/invited/" + invitation(email) + "/withdraw");
        Visitor late = new Visitor(mvc, "198.18.1.3");
        assertThat(late.send("/login", link, "password", "vijf gele kanaries zingen")
                        .getStatus())
                .isIn(404, 422);
        assertThat(late.signIn(email, "vijf gele kanaries zingen")).isEqualTo("/login?error");
    }
}
