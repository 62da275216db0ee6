package nl.meedoen.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.Mailbox;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import nl.meedoen.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Links by mail, and the passwords that they are for. */
@MeedoenTest
class LinksAndPasswordsTest {

    private static final String GOOD = "regen op een stil plein";
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
        return new Visitor(mvc, "192.0.2." + ++addresses);
    }

    private String forgotten(String email, int letters) throws Exception {
        assertThat(visitor().send("/forgot", "/forgot", "email", email).getStatus())
                .isEqualTo(200);
        List<String> mail = Mailbox.of(email, letters);
        assertThat(mail).hasSize(letters);
        return Mailbox.link(mail.get(letters - 1));
    }

    private void account(String suffix) {
        village.account(Role.COORDINATOR, suffix, village.alpha, Village.OWN_MUNICIPALITY);
    }

    @Test
    void aForgottenPasswordIsReplacedOnceThroughALink() throws Exception {
        account("forgot");
        String email = "coordinatorforgot@village.example";
        Visitor elsewhere = visitor();
        elsewhere.signIn(email, Village.PASSWORD);
        String link = forgotten(email, 1);
        assertThat(visitor().page(link).text()).contains(email);
        assertThat(visitor().send(link, link, "password", GOOD).getRedirectedUrl())
                .isEqualTo("/login");
        assertThat(elsewhere.open("/account").getRedirectedUrl()).isEqualTo("/login");
        assertThat(visitor().signIn(email, GOOD)).isEqualTo("/participants");
        assertThat(visitor().signIn(email, Village.PASSWORD)).isEqualTo("/login?error");
        assertThat(visitor().open(link).getStatus()).isEqualTo(404);
        assertThat(visitor().send("/login", link, "password", GOOD + " twee").getStatus())
                .isEqualTo(404);
    }

    @Test
    void anotherLinkEndsTheOneBefore() throws Exception {
        account("twice");
        String first = forgotten("coordinatortwice@village.example", 1);
        String second = forgotten("coordinatortwice@village.example", 2);
        assertThat(visitor().open(first).getStatus()).isEqualTo(404);
        assertThat(visitor().open(second).getStatus()).isEqualTo(200);
    }

    @Test
    void aLinkThatIsTooOldNoLongerWorks() throws Exception {
        account("late");
        String link = forgotten("coordinatorlate@village.example", 1);
        everything.sql("""
                        update one_time_link set expires_at = now() - interval '1 second'
                        where account_id = (select id from account where email = 'coordinatorlate@village.example')
                        """).update();
        assertThat(visitor().open(link).getStatus()).isEqualTo(404);
    }

    @Test
    void theDatabaseKnowsNoLinkOnlyItsHash() throws Exception {
        account("hash");
        String link = forgotten("coordinatorhash@village.example", 1);
        String token = link.substring(link.lastIndexOf('/') + 1);
        Integer found = everything
                .sql("select count(*) from one_time_link where encode(token_hash, 'escape') like ?")
                .param("%" + token + "%")
                .query(Integer.class)
                .single();
        assertThat(found).isZero();
    }

    @Test
    void anUnknownAddressGetsTheSamePageAndNoLetter() throws Exception {
        account("same");
        MockHttpServletResponse known =
                visitor().send("/forgot", "/forgot", "email", "coordinatorsame@village.example");
        MockHttpServletResponse unknown = visitor().send("/forgot", "/forgot", "email", "geen-account@village.example");
        assertThat(known.getStatus()).isEqualTo(unknown.getStatus());
        assertThat(withoutTokens(known.getContentAsString())).isEqualTo(withoutTokens(unknown.getContentAsString()));
        assertThat(Mailbox.of("coordinatorsame@village.example", 1)).hasSize(1);
        assertThat(Mailbox.of("geen-account@village.example", 0)).isEmpty();
    }

    @Test
    void aMailboxIsNotFilledWithLinksNobodyAskedFor() throws Exception {
        account("patient");
        String email = "coordinatorpatient@village.example";
        for (int i = 0; i < 12; i++) {
            assertThat(visitor().send("/forgot", "/forgot", "email", email).getStatus())
                    .isEqualTo(200);
        }
        assertThat(everything
                        .sql("select count(*) from letter where recipient = ?")
                        .param(email)
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    private static String withoutTokens(String html) {
        return html.replaceAll("(value|content)=\"[A-Za-z0-9_-]{30,}\"", "");
    }

    @Test
    void anInvitationOpensTheAccount() throws Exception {
        AccountId id =
                accounts.invite("Nieuw.Gezicht@village.example", "Nieuw Gezicht", EnumSet.of(Role.NATIONAL_LEAD));
        assertThat(accounts.summary(id).status()).isEqualTo("INVITED");
        assertThat(visitor().signIn("nieuw.gezicht@village.example", GOOD)).isEqualTo("/login?error");
        String link =
                Mailbox.link(Mailbox.of("nieuw.gezicht@village.example", 1).get(0));
        visitor().send(link, link, "password", GOOD);
        assertThat(accounts.summary(id).status()).isEqualTo("ACTIVE");
        assertThat(visitor().signIn("nieuw.gezicht@village.example", GOOD)).isEqualTo("/dashboard");
    }

    @Test
    void aLinkOpensNoBlockedAccount() throws Exception {
        AccountId id = accounts.invite("te.laat@village.example", "Te Laat", EnumSet.of(Role.COACH));
        String link = Mailbox.link(Mailbox.of("te.laat@village.example", 1).get(0));
        accounts.block(id);
        assertThat(visitor().send("/login", link, "password", GOOD).getStatus()).isIn(404, 422);
        assertThat(accounts.summary(id).status()).isEqualTo("BLOCKED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "elf tekens.",
                "password1234",
                "Welkom2026!!",
                "aaaaaaaaaaaaaa",
                "123456789012",
                "coordinatorweak-2026"
            })
    void aShortOrCommonPasswordIsRefusedWithAReason(String password) throws Exception {
        String email = "coordinatorweak@village.example";
        if (accounts.byEmail(email).isEmpty()) {
            account("weak");
        }
        int before = Mailbox.of(email, 0).size();
        String link = forgotten(email, before + 1);
        MockHttpServletResponse response = visitor().send(link, link, "password", password);
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString()).contains("password-error");
        assertThat(visitor().open(link).getStatus()).isEqualTo(200);
    }

    @Test
    void sixtyFourSignsAreTakenWhateverTheirKind() throws Exception {
        account("sixtyfour");
        String email = "coordinatorsixtyfour@village.example";
        String link = forgotten(email, 1);
        String long64 = "alleen kleine letters en spaties, precies vierenzestig tekens xy";
        assertThat(long64).hasSize(64);
        assertThat(visitor().send(link, link, "password", long64).getStatus()).isEqualTo(302);
        assertThat(visitor().signIn(email, long64)).isEqualTo("/participants");
        assertThat(visitor().signIn(email, long64.substring(0, 63))).isEqualTo("/login?error");
    }
}
