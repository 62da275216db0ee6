package nl.meedoen.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.Mailbox;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import nl.meedoen.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What an administrator sees of second steps, and how one helps somebody who lost theirs. */
@MeedoenTest
class ResetTest {

    private static final String ADMINISTRATOR = "administrator@village.example";
    private static int addresses;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    private Visitor signedIn(String email) throws Exception {
        Visitor visitor = new Visitor(mvc, "203.0.117." + ++addresses);
        visitor.signIn(email, Village.PASSWORD);
        return visitor;
    }

    private long apps(AccountId id) {
        return everything
                .sql("select count(*) from authenticator_app where account_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    @Test
    void anAdministratorTakesAwayALostSecondStepWithAReason() throws Exception {
        AccountId id = village.account(Role.COACH, "lost", village.alpha, Village.OWN_MUNICIPALITY);
        String email = "coachlost@village.example";
        Visitor owner = signedIn(email);
        Phone.add(owner, Village.PASSWORD);
        Visitor administrator = signedIn(ADMINISTRATOR);
        String page = "/admin/accounts/" + id;
        assertThat(administrator
                        .page(page)
                        .select("section[aria-labelledby=second-step]")
                        .text())
                .contains("App with codes", "Recovery codes left 10");

        administrator.send(page, page + "/second-step/reset", "reason", " ");
        assertThat(apps(id)).as("not without a reason").isOne();
        assertThat(administrator
                        .send(page, page + "/second-step/reset", "reason", "phone stolen")
                        .getRedirectedUrl())
                .isEqualTo(page);
        assertThat(apps(id)).isZero();
        assertThat(administrator.page(page).text()).contains("Has no second step yet");
        assertThat(owner.open("/today").getRedirectedUrl()).as("signed out").isEqualTo("/login");
        assertThat(signedIn(email).open("/today").getStatus()).isEqualTo(200);
        assertThat(Mailbox.of(email, 2)).anyMatch(letter -> letter.contains("heeft de tweede stap van je account"));
        assertThat(everything
                        .sql(
                                "select count(*) from trail where action = 'REMOVED' and subject = 'second-step.reset' and subject_id = ?")
                        .param(id.value())
                        .query(Long.class)
                        .single())
                .isOne();
        byte[] reason = everything
                .sql("select reason from second_step_reset where account_id = ?")
                .param(id.value())
                .query(byte[].class)
                .single();
        assertThat(new String(reason, StandardCharsets.ISO_8859_1)).doesNotContain("stolen");
    }

    @Test
    void nobodyResetsTheirOwn() throws Exception {
        AccountId id = village.account(Role.ADMINISTRATOR, "own", village.alpha, Village.OWN_MUNICIPALITY);
        Visitor administrator = signedIn("administratorown@village.example");
        Phone.add(administrator, Village.PASSWORD);
        String page = "/admin/accounts/" + id;
        administrator.send(page, page + "/second-step/reset", "reason", "just so");
        assertThat(apps(id)).isOne();
    }

    @Test
    void anAnswerThatIsNoneOfAPasskeySignsNobodyIn() throws Exception {
        Visitor visitor = new Visitor(mvc, "203.0.117." + ++addresses);
        for (String answer : new String[] {"", "{}", "no json", "{\"id\":\"AA\",\"rawId\":\"AA\"}"}) {
            assertThat(visitor.send("/sign-in/passkey", "/sign-in/passkey", "answer", answer)
                            .getRedirectedUrl())
                    .as(answer)
                    .isEqualTo("/sign-in/passkey");
            assertThat(visitor.open("/today").getRedirectedUrl()).isEqualTo("/login");
        }
        village.account(Role.COACH, "keyless", village.alpha, Village.OWN_MUNICIPALITY);
        Visitor owner = signedIn("coachkeyless@village.example");
        String page = "/account/second-step/passkey";
        assertThat(owner.send(page, page, "name", "key", "password", Village.PASSWORD, "answer", "{}")
                        .getStatus())
                .isEqualTo(422);
    }
}
