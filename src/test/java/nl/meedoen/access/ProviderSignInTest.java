package nl.meedoen.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.TestProvider;
import nl.meedoen.support.Village;
import nl.meedoen.support.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;

/** Signing in through a real provider, which is started in the test. */
@MeedoenTest
@ContextConfiguration(initializers = TestProvider.Settings.class)
class ProviderSignInTest {

    private static int addresses;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Accounts accounts;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    Proof proof;

    @Autowired
    Clock clock;

    private Visitor visitor() {
        return new Visitor(mvc, "203.0.118." + ++addresses);
    }

    private AccountId account(String suffix) {
        return village.account(Role.CLIENT_MANAGER, suffix, village.alpha, Village.OWN_MUNICIPALITY);
    }

    private static String email(String suffix) {
        return "clientmanager" + suffix + "@village.example";
    }

    /** What the provider says of somebody of the right group. */
    private static Map<String, Object> claims(String email, boolean verified, Object... more) {
        Map<String, Object> claims = new java.util.HashMap<>(Map.of(
                "email",
                email,
                "email_verified",
                verified,
                "name",
                "Iemand Anders",
                "groups",
                List.of("vip-klantmanagers")));
        for (int i = 0; i < more.length; i += 2) {
            claims.put(more[i].toString(), more[i + 1]);
        }
        return claims;
    }

    private static String subject() {
        return "s" + UUID.randomUUID();
    }

    /** There and back; where it ends. */
    private String through(Visitor visitor, String subject) throws Exception {
        String there = visitor.open("/sign-in/provider/municipality").getRedirectedUrl();
        String back = TestProvider.signIn(Objects.requireNonNull(there), subject);
        return Objects.requireNonNull(visitor.open(back).getRedirectedUrl());
    }

    @Test
    void theButtonIsALinkAndTheContentPolicyStays() throws Exception {
        Visitor visitor = visitor();
        Document page = visitor.page("/login");
        assertThat(page.select("a[href=/sign-in/provider/municipality]").text()).contains("Gemeente Assen");
        MockHttpServletResponse response = visitor.open("/sign-in/provider/municipality");
        String there = Objects.requireNonNull(response.getRedirectedUrl());
        assertThat(there)
                .startsWith(TestProvider.issuer() + "/oauth2/authorize?")
                .contains("response_type=code", "state=", "nonce=", "code_challenge=", "code_challenge_method=S256");
        assertThat(response.getHeader("Content-Security-Policy")).contains("form-action 'self'");
    }

    @Test
    void aVerifiedAddressJoinsAnAccountOnceAndASecondFactorOfTheProviderCounts() throws Exception {
        account("joins");
        String subject = subject();
        TestProvider.knows(subject, claims(email("joins"), true, "amr", List.of("pwd", "mfa")));
        Visitor visitor = visitor();
        assertThat(through(visitor, subject)).isEqualTo("/dashboard");
        assertThat(visitor.open("/dashboard").getStatus()).isEqualTo(200);
        TestProvider.knows(subject, claims("another@elsewhere.example", false, "acr", "urn:example:high"));
        Visitor later = visitor();
        assertThat(through(later, subject)).as("the subject counts from now on").isEqualTo("/dashboard");
    }

    @Test
    void nothingOfTheProviderStaysInTheSession() throws Exception {
        AccountId id = account("forgets");
        String subject = subject();
        TestProvider.knows(subject, claims(email("forgets"), true, "amr", List.of("mfa")));
        through(visitor(), subject);
        List<byte[]> kept =
                everything.sql("""
                        select a.attribute_bytes from spring_session s
                        join spring_session_attributes a on a.session_primary_id = s.primary_id
                        where s.principal_name = ?
                        """).param(id.toString()).query(byte[].class).list();
        assertThat(kept)
                .isNotEmpty()
                .allSatisfy(bytes -> assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain(subject, "OidcUser", "Iemand Anders", "OAuth2"));
    }

    @Test
    void withoutAWordOfTheProviderOurOwnSecondStepIsOwed() throws Exception {
        account("owes");
        String subject = subject();
        TestProvider.knows(subject, claims(email("owes"), true, "amr", List.of("pwd")));
        Visitor visitor = visitor();
        assertThat(through(visitor, subject)).isEqualTo("/account/second-step");
        assertThat(visitor.open("/dashboard").getRedirectedUrl()).isEqualTo("/account/second-step");
    }

    @Test
    void anAddressThatIsNotVerifiedJoinsNothing() throws Exception {
        account("unproved");
        String subject = subject();
        TestProvider.knows(subject, claims(email("unproved"), false, "amr", List.of("mfa")));
        refused(subject);
    }

    @Test
    void whoeverIsBlockedOrInNoGroupStaysOut() throws Exception {
        AccountId id = account("blocked");
        String subject = subject();
        TestProvider.knows(subject, claims(email("blocked"), true, "amr", List.of("mfa")));
        assertThat(through(visitor(), subject)).isEqualTo("/dashboard");
        TestProvider.knows(subject, claims(email("blocked"), true, "amr", List.of("mfa"), "groups", List.of("other")));
        refused(subject);
        TestProvider.knows(subject, claims(email("blocked"), true, "amr", List.of("mfa")));
        accounts.block(id);
        refused(subject);
        accounts.unblock(id);
        assertThat(through(visitor(), subject)).isEqualTo("/dashboard");
    }

    @Test
    void aNewColleagueWithAnOldAddressDoesNotGetTheAccount() throws Exception {
        account("handed");
        String first = subject();
        TestProvider.knows(first, claims(email("handed"), true, "amr", List.of("mfa")));
        assertThat(through(visitor(), first)).isEqualTo("/dashboard");
        String second = subject();
        TestProvider.knows(second, claims(email("handed"), true, "amr", List.of("mfa")));
        refused(second);
    }

    @Test
    void whereItIsConfiguredAnAccountIsMadeWithTheRolesOfTheGroups() throws Exception {
        String address = "nieuw." + UUID.randomUUID() + "@gemeente.example";
        String subject = subject();
        TestProvider.knows(
                subject,
                claims(address, true, "amr", List.of("mfa"), "groups", List.of("vip-klantmanagers", "all-staff")));
        Visitor visitor = visitor();
        assertThat(through(visitor, subject)).isEqualTo("/dashboard");
        Accounts.Summary made = accounts.byEmail(address).orElseThrow();
        assertThat(made.roles()).containsExactly(Role.CLIENT_MANAGER);
        assertThat(made.status()).isEqualTo("ACTIVE");
        assertThat(everything
                        .sql("select municipality_code from account_municipality where account_id = ?")
                        .param(made.id().value())
                        .query(String.class)
                        .list())
                .containsExactly(Village.OWN_MUNICIPALITY);
    }

    @Test
    void whatWasNotAskedForIsNotBelieved() throws Exception {
        account("forged");
        String subject = subject();
        TestProvider.knows(subject, claims(email("forged"), true, "amr", List.of("mfa")));
        String there = visitor().open("/sign-in/provider/municipality").getRedirectedUrl();
        String back = TestProvider.signIn(Objects.requireNonNull(there), subject);
        Visitor another = visitor();
        another.open("/sign-in/provider/municipality");
        assertThat(another.open(back).getRedirectedUrl()).isEqualTo("/login?provider=failed");
        Visitor third = visitor();
        assertThat(third.open(URI.create("/sign-in/back/municipality?code=x&state=y")
                                .toString())
                        .getRedirectedUrl())
                .isEqualTo("/login?provider=failed");
    }

    @Test
    void whoHasNoPasswordProvesItBySigningInJustNow() throws Exception {
        AccountId id = account("proves");
        everything
                .sql("delete from credential where account_id = ?")
                .param(id.value())
                .update();
        String subject = subject();
        TestProvider.knows(subject, claims(email("proves"), true, "amr", List.of("mfa")));
        Visitor visitor = visitor();
        through(visitor, subject);
        assertThat(visitor.page("/account").select("form[action=/account/password]"))
                .isEmpty();
        Document page = visitor.page("/account/second-step/app");
        assertThat(page.select("input[name=password]")).isEmpty();
        assertThat(page.select("form").text()).contains("no password here");
        MockHttpServletResponse wrong =
                visitor.send("/account/second-step/app", "/account/second-step/app", "code", "000000");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).doesNotContain("Sign out and sign in again");

        assertThat(objections(id, Duration.ofMinutes(9))).isEmpty();
        assertThat(objections(id, Duration.ofMinutes(11))).containsExactly("access.sign-in-again");
    }

    /** What a form answers to somebody who signed in so long ago. */
    private List<String> objections(AccountId id, Duration ago) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        Objects.requireNonNull(request.getSession())
                .setAttribute(ActorOfRequest.SINCE, clock.instant().minus(ago).toEpochMilli());
        Errors errors = new BeanPropertyBindingResult(new Object(), "form");
        proof.check(id, null, request, errors);
        return errors.getAllErrors().stream().map(ObjectError::getCode).toList();
    }

    private void refused(String subject) throws Exception {
        Visitor visitor = visitor();
        assertThat(through(visitor, subject)).isEqualTo("/login?provider=unknown");
        assertThat(visitor.page("/login?provider=unknown")
                        .select("[role=alert]")
                        .text())
                .contains("administrator");
        assertThat(visitor.open("/dashboard").getRedirectedUrl()).isEqualTo("/login");
    }
}
