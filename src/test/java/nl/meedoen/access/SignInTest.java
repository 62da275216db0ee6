package nl.meedoen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import nl.meedoen.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.test.web.servlet.MockMvc;

/** Signing in with the real form, and what slows down whoever guesses. */
@MeedoenTest
class SignInTest {

    private static int addresses;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    AuthenticationManager signIn;

    private static String address() {
        int n = ++addresses;
        return "198.51." + n / 250 + "." + (n % 250 + 1);
    }

    private Visitor visitor() {
        return new Visitor(mvc, address());
    }

    private AccountId account(String suffix) {
        return village.account(Role.COORDINATOR, suffix, village.alpha, Village.OWN_MUNICIPALITY);
    }

    @Test
    void theRightPasswordLeadsToTheFirstPageOfTheRole() throws Exception {
        Visitor visitor = visitor();
        assertThat(visitor.signIn("Coordinator@Village.example", Village.PASSWORD))
                .isEqualTo("/participants");
        assertThat(visitor.open("/participants").getStatus()).isEqualTo(200);
    }

    @Test
    void whoWantedAnotherPageGetsThatOne() throws Exception {
        Visitor visitor = visitor();
        MockHttpServletResponse turnedAway = visitor.open("/coaches?view=trainers");
        assertThat(turnedAway.getRedirectedUrl()).isEqualTo("/login");
        assertThat(visitor.cookies()).doesNotContainKey("meedoen");
        assertThat(visitor.signIn("coordinator@village.example", Village.PASSWORD))
                .isEqualTo("/coaches?view=trainers");
    }

    @Test
    void whatAnotherPutInTheCookieLeadsNowhereElse() throws Exception {
        for (String evil : List.of(
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)")) {
            Visitor visitor = visitor();
            String value = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(evil.getBytes());
            visitor.cookies().put("meedoen-wanted", new jakarta.servlet.http.Cookie("meedoen-wanted", value));
            assertThat(visitor.signIn("coordinator@village.example", Village.PASSWORD))
                    .as(evil)
                    .isEqualTo("/participants");
            assertThat(visitor.cookies()).doesNotContainKey("meedoen-wanted");
        }
        Visitor visitor = visitor();
        visitor.cookies().put("meedoen-wanted", new jakarta.servlet.http.Cookie("meedoen-wanted", "!no base64!"));
        assertThat(visitor.signIn("coordinator@village.example", Village.PASSWORD))
                .isEqualTo("/participants");
    }

    @Test
    void anHtmxPartThatNeedsAPersonSendsTheWholePageToTheDoor() throws Exception {
        MockHttpServletResponse response = mvc.perform(get("/coaches").header("HX-Request", "true"))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getHeader("HX-Redirect")).isEqualTo("/login");
    }

    @Test
    void theSessionGetsANewNameAtSignIn() throws Exception {
        Visitor visitor = visitor();
        visitor.cookies().put("meedoen", new jakarta.servlet.http.Cookie("meedoen", "Y2hvc2VuLWJ5LWFub3RoZXI"));
        visitor.signIn("coordinator@village.example", Village.PASSWORD);
        assertThat(visitor.cookies().get("meedoen").getValue()).isNotEqualTo("Y2hvc2VuLWJ5LWFub3RoZXI");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() throws Exception {
        assertThat(visitor().signIn("coordinator@village.example", "not this one"))
                .isEqualTo("/login?error");
        assertThat(visitor().signIn("nobody@village.example", "not this one")).isEqualTo("/login?error");
        assertThat(visitor().signIn("", "")).isEqualTo("/login?error");
        String page = visitor().page("/login?error").text();
        assertThat(page).contains("The email address or the password is not right");
    }

    @Test
    void afterSixFailuresTheSeventhIsNotLookedAtButAnotherAddressIs() throws Exception {
        account("throttled");
        for (String email : List.of("coordinatorthrottled@village.example", "unknown-throttled@village.example")) {
            Visitor guesser = visitor();
            for (int i = 0; i < 6; i++) {
                assertThat(guesser.signIn(email, "guess number " + i)).as(email).isEqualTo("/login?error");
            }
            assertThat(guesser.signIn(email, Village.PASSWORD)).as(email).startsWith("/login?wait=");
        }
        assertThat(visitor().signIn("coordinatorthrottled@village.example", Village.PASSWORD))
                .isEqualTo("/participants");
    }

    @Test
    void eachFailureMoreDoublesTheWaitUpToAQuarterOfAnHour() throws Exception {
        account("doubling");
        int[][] failuresAndSeconds = {{6, 4}, {8, 16}, {10, 64}, {12, 256}, {40, 900}};
        for (int[] expected : failuresAndSeconds) {
            String here = address();
            everything.sql("""
                            insert into sign_in_failure (account_key, address, failed_at)
                            select sha256('coordinatordoubling@village.example'), ?, now() from generate_series(1, ?)
                            """).params(here, expected[0]).update();
            String answer = new Visitor(mvc, here).signIn("coordinatordoubling@village.example", Village.PASSWORD);
            assertThat(answer).startsWith("/login?wait=");
            assertThat(Integer.parseInt(answer.substring("/login?wait=".length())))
                    .as("after %s failures", expected[0])
                    .isBetween(Math.max(1, expected[1] - 10), expected[1]);
        }
    }

    @Test
    void oneMachineCannotTryManyAccounts() throws Exception {
        String here = address();
        for (int i = 0; i < 60; i++) {
            everything
                    .sql("insert into sign_in_failure (account_key, address, failed_at) values (?, ?, now())")
                    .params(("key" + i).getBytes(), here)
                    .update();
        }
        assertThat(new Visitor(mvc, here).signIn("coordinator@village.example", Village.PASSWORD))
                .startsWith("/login?wait=");
    }

    @Test
    void manyMachinesCannotTryOneAccountAndItsOwnerGoesOn() throws Exception {
        account("hunted");
        String home = address();
        assertThat(new Visitor(mvc, home).signIn("coordinatorhunted@village.example", Village.PASSWORD))
                .isEqualTo("/participants");
        for (String email : List.of("coordinatorhunted@village.example", "unknown-hunted@village.example")) {
            for (int i = 0; i < 30; i++) {
                everything
                        .sql(
                                "insert into sign_in_failure (account_key, address, failed_at) values (sha256(?), ?, now())")
                        .params(email.getBytes(), address())
                        .update();
            }
            assertThat(visitor().signIn(email, Village.PASSWORD)).as(email).startsWith("/login?wait=");
        }
        assertThat(new Visitor(mvc, home).signIn("coordinatorhunted@village.example", "a slip of the finger"))
                .isEqualTo("/login?error");
        assertThat(new Visitor(mvc, home).signIn("coordinatorhunted@village.example", Village.PASSWORD))
                .isEqualTo("/participants");
    }

    @Test
    void successForgetsTheFailures() throws Exception {
        account("forgiven");
        Visitor visitor = visitor();
        for (int i = 0; i < 5; i++) {
            visitor.signIn("coordinatorforgiven@village.example", "oops");
        }
        assertThat(visitor.signIn("coordinatorforgiven@village.example", Village.PASSWORD))
                .isEqualTo("/participants");
        Visitor again = visitor();
        assertThat(again.signIn("coordinatorforgiven@village.example", "oops")).isEqualTo("/login?error");
    }

    /** The bar is ten milliseconds between the medians, of the work itself: what else the machine does must not count. */
    @Test
    void itTakesAsLongForAnAccountThatDoesNotExist() {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            // so many failures would be held up, which takes no time at all
            everything.sql("delete from sign_in_failure").update();
            known.add(try_("client" + "manager@village.example"));
            unknown.add(try_("stranger" + i + "@village.example"));
        }
        double first = median(known);
        double second = median(unknown);
        assertThat(Math.abs(first - second)).isLessThan(Math.max(10_000_000.0, first / 10));
    }

    private long try_(String email) {
        var request = new org.springframework.mock.web.MockHttpServletRequest();
        request.setRemoteAddr(address());
        var token = UsernamePasswordAuthenticationToken.unauthenticated(email, "certainly not this one");
        token.setDetails(new WebAuthenticationDetails(request));
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long begin = clock.getCurrentThreadCpuTime();
        try {
            signIn.authenticate(token);
        } catch (AuthenticationException refused) {
            return clock.getCurrentThreadCpuTime() - begin;
        }
        throw new AssertionError("signed in");
    }

    private static double median(List<Long> times) {
        long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2.0;
    }

    @Test
    void aFormWithoutATokenIsRefused() throws Exception {
        assertThat(visitor()
                        .sendBare("/login", "email", "coordinator@village.example", "password", Village.PASSWORD)
                        .getStatus())
                .isEqualTo(403);
        Visitor visitor = visitor();
        visitor.signIn("coordinator@village.example", Village.PASSWORD);
        assertThat(visitor.sendBare("/logout").getStatus()).isEqualTo(403);
        assertThat(visitor.sendBare("/account/sign-out-everywhere").getStatus()).isEqualTo(403);
        assertThat(visitor.open("/account").getStatus()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        Visitor visitor = visitor();
        visitor.signIn("coordinator@village.example", Village.PASSWORD);
        assertThat(visitor.open("/logout").getStatus())
                .as("an address alone signs nobody out")
                .isEqualTo(404);
        assertThat(visitor.open("/account").getStatus()).isEqualTo(200);
        assertThat(visitor.send("/account", "/logout").getRedirectedUrl()).isEqualTo("/login?out");
        assertThat(visitor.open("/account").getRedirectedUrl()).isEqualTo("/login");
    }

    @Test
    void theLanguageFormLeadsNowhereElse() throws Exception {
        for (String evil : List.of(
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "/\t/evil.example",
                "javascript:alert(1)")) {
            assertThat(visitor()
                            .send("/login", "/language", "language", "en", "back", evil)
                            .getRedirectedUrl())
                    .isEqualTo("/");
        }
        assertThat(visitor()
                        .send("/login", "/language", "language", "en", "back", "/help")
                        .getRedirectedUrl())
                .isEqualTo("/help");
    }

    @Test
    void theChosenLanguageCountsInEveryBrowserAfterSigningIn() throws Exception {
        account("chooses-dutch");
        account("never-chose");
        Visitor first = visitor();
        first.signIn("coordinatorchooses-dutch@village.example", Village.PASSWORD);
        assertThat(language(first)).isEqualTo("en");
        first.send("/account", "/language", "language", "nl", "back", "/account");
        assertThat(language(first)).isEqualTo("nl");

        Visitor elsewhere = visitor();
        elsewhere.signIn("coordinatorchooses-dutch@village.example", Village.PASSWORD);
        assertThat(language(elsewhere)).isEqualTo("nl");
        Visitor other = visitor();
        other.signIn("coordinatornever-chose@village.example", Village.PASSWORD);
        assertThat(language(other)).as("as the browser asks").isEqualTo("en");
    }

    private static String language(Visitor visitor) throws Exception {
        return visitor.page("/account").select("html").attr("lang");
    }
}
