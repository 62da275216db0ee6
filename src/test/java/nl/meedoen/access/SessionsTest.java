package nl.meedoen.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.EnumSet;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import nl.meedoen.support.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Sessions live in the database, and what is taken away counts from the next request on. */
@MeedoenTest
class SessionsTest {

    private static int addresses;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Accounts accounts;

    @Autowired
    OwnerJdbc everything;

    private Visitor visitor() {
        return new Visitor(mvc, "203.0.113." + ++addresses);
    }

    private AccountId account(String suffix) {
        return village.account(Role.COORDINATOR, suffix, village.alpha, Village.OWN_MUNICIPALITY);
    }

    private Visitor signedIn(String suffix) throws Exception {
        Visitor visitor = visitor();
        assertThat(visitor.signIn("coordinator" + suffix + "@village.example", Village.PASSWORD))
                .isEqualTo("/participants");
        return visitor;
    }

    private int rows(AccountId id) {
        return everything
                .sql("select count(*) from spring_session where principal_name = ?")
                .param(id.toString())
                .query(Integer.class)
                .single();
    }

    private static boolean inside(Visitor visitor) throws Exception {
        return visitor.open("/account").getStatus() == 200;
    }

    @Test
    void aSessionIsARowThatAllInstancesShare() throws Exception {
        AccountId id = account("row");
        assertThat(rows(id)).isZero();
        Visitor visitor = signedIn("row");
        assertThat(rows(id)).isOne();
        assertThat(visitor.cookies().get("meedoen").isHttpOnly()).isTrue();
        assertThat(visitor.cookies().get("meedoen").getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void whoIsBlockedIsOutAtTheNextRequestAndStaysOut() throws Exception {
        AccountId id = account("blocked");
        Visitor visitor = signedIn("blocked");
        accounts.block(id);
        assertThat(rows(id)).isZero();
        assertThat(visitor.open("/participants").getRedirectedUrl()).isEqualTo("/login");
        assertThat(visitor().signIn("coordinatorblocked@village.example", Village.PASSWORD))
                .isEqualTo("/login?error");
        accounts.unblock(id);
        signedIn("blocked");
    }

    @Test
    void aStatusThatChangesBehindTheSessionCountsToo() throws Exception {
        AccountId id = account("quietly");
        Visitor visitor = signedIn("quietly");
        everything
                .sql("update account set status = 'BLOCKED' where id = ?")
                .param(id.value())
                .update();
        assertThat(visitor.open("/participants").getRedirectedUrl()).isEqualTo("/login");
        assertThat(rows(id)).isZero();
    }

    @Test
    void aRoleThatIsTakenAwayCountsFromTheNextRequest() throws Exception {
        AccountId id = account("role");
        Visitor visitor = signedIn("role");
        assertThat(visitor.open("/coaches").getStatus()).isEqualTo(200);
        Accounts.Summary summary = accounts.summary(id);
        accounts.change(id, summary.version(), summary.name(), EnumSet.of(Role.NATIONAL_LEAD));
        assertThat(visitor.open("/coaches").getStatus()).isEqualTo(403);
    }

    @Test
    void aLocationThatIsTakenAwayCountsFromTheNextRequest() throws Exception {
        AccountId id = account("place");
        Visitor visitor = signedIn("place");
        String own = "/coaches/" + village.account(Role.COACH);
        assertThat(visitor.open(own).getStatus()).isEqualTo(200);
        accounts.placeAt(id, java.util.Set.of(village.beta));
        assertThat(visitor.open(own).getStatus()).isEqualTo(404);
    }

    @Test
    void whoHasTwoRolesChoosesOne() throws Exception {
        AccountId id = account("both");
        Accounts.Summary summary = accounts.summary(id);
        accounts.change(id, summary.version(), summary.name(), EnumSet.of(Role.COORDINATOR, Role.ADMINISTRATOR));
        Visitor visitor = signedIn("both");
        assertThat(visitor.open("/admin/accounts").getStatus()).isEqualTo(403);
        assertThat(visitor.send("/account", "/account/role", "role", "ADMINISTRATOR")
                        .getRedirectedUrl())
                .isEqualTo("/admin/accounts");
        assertThat(visitor.open("/admin/accounts").getStatus()).isEqualTo(200);
        assertThat(visitor.open("/coaches").getStatus()).isEqualTo(403);
        assertThat(visitor.send("/account", "/account/role", "role", "COACH").getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void aSessionLastsTwelveHoursAtMost() throws Exception {
        AccountId id = account("long");
        Visitor visitor = signedIn("long");
        long begun =
                System.currentTimeMillis() - Duration.ofHours(12).plusMinutes(1).toMillis();
        everything
                .sql("""
                        update spring_session_attributes set attribute_bytes = ?
                        where attribute_name = ? and session_primary_id =
                            (select primary_id from spring_session where principal_name = ?)
                        """)
                .params(serialized(begun), ActorOfRequest.SINCE, id.toString())
                .update();
        assertThat(visitor.open("/participants").getRedirectedUrl()).isEqualTo("/login");
        assertThat(rows(id)).isZero();
    }

    @Test
    void aSessionThatIsNotUsedForHalfAnHourEnds() throws Exception {
        AccountId id = account("idle");
        Visitor visitor = signedIn("idle");
        assertThat(everything
                        .sql("select max_inactive_interval from spring_session where principal_name = ?")
                        .param(id.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1800);
        long past = Duration.ofMinutes(31).toMillis();
        everything.sql("""
                        update spring_session set last_access_time = last_access_time - ?, expiry_time = expiry_time - ?
                        where principal_name = ?
                        """).params(past, past, id.toString()).update();
        assertThat(inside(visitor)).isFalse();
    }

    @Test
    void onesOwnSessionsAreListedAndEndedEverywhere() throws Exception {
        AccountId id = account("many");
        Visitor first = signedIn("many");
        Visitor second = signedIn("many");
        Document page = first.page("/account");
        assertThat(page.text()).contains("In this browser").contains("In another browser");
        assertThat(first.send("/account", "/account/sign-out-everywhere").getRedirectedUrl())
                .isEqualTo("/login?out");
        assertThat(rows(id)).isZero();
        assertThat(inside(first)).isFalse();
        assertThat(inside(second)).isFalse();
    }

    @Test
    void anotherPasswordEndsTheOtherSessionsAndNotThisOne() throws Exception {
        account("changing");
        Visitor first = signedIn("changing");
        Visitor second = signedIn("changing");
        assertThat(first.send(
                                "/account",
                                "/account/password",
                                "current",
                                "wrong",
                                "password",
                                "vier gewone nieuwe woorden")
                        .getStatus())
                .isEqualTo(422);
        assertThat(first.send(
                                "/account",
                                "/account/password",
                                "current",
                                Village.PASSWORD,
                                "password",
                                "vier gewone nieuwe woorden")
                        .getRedirectedUrl())
                .isEqualTo("/account");
        assertThat(inside(first)).isTrue();
        assertThat(inside(second)).isFalse();
        assertThat(visitor().signIn("coordinatorchanging@village.example", "vier gewone nieuwe woorden"))
                .isEqualTo("/participants");
    }

    private static byte[] serialized(long value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }
}
