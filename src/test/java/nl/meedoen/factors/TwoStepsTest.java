package nl.meedoen.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.Mailbox;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import nl.meedoen.support.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Signing in with a password and a code, where it is offered; the app, the codes on paper, and guessing. */
@MeedoenTest
class TwoStepsTest {

    private static final String APP = "/account/second-step/app";
    private static final String STEP = "/sign-in/step";
    private static int addresses;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    private Visitor visitor() {
        return new Visitor(mvc, "203.0.114." + ++addresses);
    }

    private AccountId account(String suffix) {
        return village.account(Role.COORDINATOR, suffix, village.alpha, Village.OWN_MUNICIPALITY);
    }

    private static String email(String suffix) {
        return "coordinator" + suffix + "@village.example";
    }

    private Visitor signedIn(String suffix) throws Exception {
        Visitor visitor = visitor();
        assertThat(visitor.signIn(email(suffix), Village.PASSWORD)).isEqualTo("/participants");
        return visitor;
    }

    private Visitor halfway(String suffix) throws Exception {
        Visitor visitor = visitor();
        assertThat(visitor.signIn(email(suffix), Village.PASSWORD)).isEqualTo(STEP);
        return visitor;
    }

    private static List<String> codes(Visitor visitor) throws Exception {
        return visitor.page("/account/second-step/codes").select(".codes code").eachText();
    }

    private long trail(AccountId id, String action, String subject) {
        return everything
                .sql("select count(*) from trail where actor_id = ? and action = ? and subject = ?")
                .params(id.value(), action, subject)
                .query(Long.class)
                .single();
    }

    @Test
    void afterThePasswordACodeIsAskedAndTheSessionGetsAnotherName() throws Exception {
        AccountId id = account("twosteps");
        Phone phone = Phone.add(signedIn("twosteps"), Village.PASSWORD);
        Phone.later(everything, email("twosteps"));
        Visitor visitor = visitor();
        visitor.open("/coaches?view=trainers");
        assertThat(visitor.signIn(email("twosteps"), Village.PASSWORD)).isEqualTo(STEP);
        assertThat(visitor.open("/participants").getRedirectedUrl()).isEqualTo(STEP);
        assertThat(visitor.open("/login").getRedirectedUrl()).isEqualTo(STEP);
        assertThat(visitor.page(STEP).select("header nav, header .me")).isEmpty();
        assertThat(trail(id, "SIGNED_IN", "sign-in"))
                .as("only the sign-in before")
                .isOne();
        String before = visitor.cookies().get("meedoen").getValue();
        assertThat(visitor.send(STEP, STEP, "code", phone.code(0)).getRedirectedUrl())
                .isEqualTo("/coaches?view=trainers");
        assertThat(visitor.cookies().get("meedoen").getValue()).isNotEqualTo(before);
        assertThat(visitor.open("/participants").getStatus()).isEqualTo(200);
        assertThat(visitor.open(STEP).getRedirectedUrl()).isEqualTo("/participants");
        assertThat(trail(id, "SIGNED_IN", "sign-in")).isEqualTo(2);
        assertThat(trail(id, "CHANGED", "second-step.app-used")).isOne();
    }

    @Test
    void eachCodeCountsOnceAlsoTheOneThatAddedTheApp() throws Exception {
        account("once");
        Phone phone = Phone.add(signedIn("once"), Village.PASSWORD);
        assertThat(halfway("once").send(STEP, STEP, "code", phone.first()).getStatus())
                .isEqualTo(422);
        String next = phone.code(1);
        assertThat(halfway("once").send(STEP, STEP, "code", next).getRedirectedUrl())
                .isEqualTo("/participants");
        Visitor again = halfway("once");
        MockHttpServletResponse refused = again.send(STEP, STEP, "code", next);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString())
                        .select("#code-error")
                        .text())
                .contains("not right, or it was used already");
        assertThat(again.open("/participants").getRedirectedUrl()).isEqualTo(STEP);
    }

    @Test
    void anAppCountsOnlyAfterARightCodeAndTheRightPassword() throws Exception {
        account("confirm");
        Visitor visitor = signedIn("confirm");
        Document page = visitor.page(APP);
        Phone phone = Phone.reading(page);
        assertThat(page.select(".secret-text code").eachText()).allMatch(group -> group.length() == 4);
        assertThat(visitor.send(APP, APP, "code", phone.wrong(), "password", Village.PASSWORD)
                        .getStatus())
                .isEqualTo(422);
        assertThat(visitor.send(APP, APP, "code", phone.code(0), "password", "not this one")
                        .getStatus())
                .isEqualTo(422);
        assertThat(visitor.send(APP, APP, "code", "", "password", Village.PASSWORD)
                        .getStatus())
                .isEqualTo(422);
        assertThat(visitor().signIn(email("confirm"), Village.PASSWORD)).isEqualTo("/participants");
        assertThat(Phone.reading(visitor.page(APP)).isLike(phone))
                .as("still the same secret")
                .isTrue();
        Phone.add(visitor, Village.PASSWORD);
        halfway("confirm");
    }

    @Test
    void thePictureIsOursAndFitsThePolicy() throws Exception {
        account("picture");
        Visitor visitor = signedIn("picture");
        MockHttpServletResponse picture = visitor.open(APP + "/qr.svg");
        assertThat(picture.getContentType()).startsWith("image/svg+xml");
        assertThat(picture.getContentAsString()).startsWith("<svg ").doesNotContain("style", "script");
        assertThat(picture.getHeader("Cache-Control")).contains("no-store");
        assertThat(visitor.page(APP).select(".secret img").attr("src")).isEqualTo(APP + "/qr.svg");
    }

    @Test
    void theSecretIsSealedAndRecoveryCodesAreHashes() throws Exception {
        AccountId id = account("sealed");
        Visitor visitor = signedIn("sealed");
        String secret = visitor.page(APP).select(".secret-text").text().replaceAll("\\s", "");
        Phone.add(visitor, Village.PASSWORD);
        byte[] kept = everything
                .sql("select secret from authenticator_app where account_id = ?")
                .param(id.value())
                .query(byte[].class)
                .single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(secret);
        List<String> codes = codes(visitor);
        List<String> hashes = everything
                .sql("select code_hash from recovery_code where account_id = ?")
                .param(id.value())
                .query(String.class)
                .list();
        assertThat(hashes).hasSize(10).allMatch(hash -> hash.startsWith("{argon2"));
        byte[] session =
                everything.sql("""
                        select string_agg(attribute_bytes, ''::bytea) from spring_session s
                        join spring_session_attributes a on a.session_primary_id = s.primary_id where s.principal_name = ?
                        """).param(id.toString()).query(byte[].class).single();
        String bytes = new String(session, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(codes).hasSize(10).noneMatch(bytes::contains);
        assertThat(bytes.length()).isLessThan(4_000);
    }

    @Test
    void recoveryCodesAreShownUntilKeptAndEachWorksOnce() throws Exception {
        AccountId id = account("paper");
        Visitor visitor = signedIn("paper");
        Phone.add(visitor, Village.PASSWORD);
        List<String> codes = codes(visitor);
        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(Pattern.compile("[A-Z2-9]{4}(-[A-Z2-9]{4}){2}").asMatchPredicate());
        MockHttpServletResponse file = visitor.open("/account/second-step/codes.txt");
        assertThat(file.getContentAsString()).contains(codes);
        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(visitor.send("/account/second-step/codes", "/account/second-step/codes/kept")
                        .getRedirectedUrl())
                .isEqualTo("/participants");
        assertThat(visitor.open("/account/second-step/codes").getRedirectedUrl())
                .isEqualTo("/account/second-step");
        assertThat(visitor.open("/account/second-step/codes.txt").getStatus()).isEqualTo(404);

        String typed = codes.get(3).toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
        assertThat(halfway("paper").send(STEP, STEP, "code", typed).getRedirectedUrl())
                .isEqualTo("/participants");
        assertThat(halfway("paper").send(STEP, STEP, "code", codes.get(3)).getStatus())
                .isEqualTo(422);
        Visitor again = halfway("paper");
        assertThat(again.send(STEP, STEP, "code", codes.get(4)).getRedirectedUrl())
                .isEqualTo("/participants");
        assertThat(again.page("/account/second-step").text()).contains("8 codes left");
        assertThat(trail(id, "CHANGED", "second-step.recovery-code-used")).isEqualTo(2);
        assertThat(Mailbox.of(email("paper"), 3))
                .anyMatch(letter -> letter.contains("An app with codes was added")
                        || letter.contains("Er is een app met codes toegevoegd"))
                .anyMatch(letter -> letter.contains("Er zijn er nog 9 over"));
    }

    @Test
    void newCodesAskThePasswordAndVoidTheOldOnes() throws Exception {
        account("anew");
        Visitor visitor = signedIn("anew");
        Phone.add(visitor, Village.PASSWORD);
        List<String> old = codes(visitor);
        String page = "/account/second-step/codes/new";
        assertThat(visitor.send(page, page, "password", "not this one").getStatus())
                .isEqualTo(422);
        assertThat(visitor.send(page, page, "password", Village.PASSWORD).getRedirectedUrl())
                .isEqualTo("/account/second-step/codes");
        List<String> fresh = codes(visitor);
        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(old);
        assertThat(halfway("anew").send(STEP, STEP, "code", old.get(0)).getStatus())
                .isEqualTo(422);
        assertThat(halfway("anew").send(STEP, STEP, "code", fresh.get(0)).getRedirectedUrl())
                .isEqualTo("/participants");
    }

    @Test
    void guessingGetsSlowerWhateverTheAddressAndTheOwnerIsTold() throws Exception {
        AccountId id = account("guessed");
        Phone phone = Phone.add(signedIn("guessed"), Village.PASSWORD);
        Phone.later(everything, email("guessed"));
        for (int i = 0; i < 5; i++) {
            assertThat(halfway("guessed")
                            .send(STEP, STEP, "code", phone.wrong())
                            .getStatus())
                    .isEqualTo(422);
        }
        Visitor owner = halfway("guessed");
        MockHttpServletResponse slowed = owner.send(STEP, STEP, "code", phone.code(0));
        assertThat(Jsoup.parse(slowed.getContentAsString())
                        .select("#code-error")
                        .text())
                .contains("too often");
        assertThat(trail(id, "REFUSED", "second-step")).isEqualTo(5);
        assertThat(Mailbox.of(email("guessed"), 2)).anyMatch(letter -> letter.contains("een verkeerde code"));
        everything
                .sql("update second_step_failure set failed_at = failed_at - interval '1 minute' where account_id = ?")
                .param(id.value())
                .update();
        assertThat(owner.send(STEP, STEP, "code", phone.code(0)).getRedirectedUrl())
                .isEqualTo("/participants");
        assertThat(everything
                        .sql("select count(*) from second_step_failure where account_id = ?")
                        .param(id.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aForgottenPasswordDoesNotGoRoundTheSecondStep() throws Exception {
        account("roundabout");
        Phone.add(signedIn("roundabout"), Village.PASSWORD);
        Visitor visitor = visitor();
        visitor.send("/forgot", "/forgot", "email", email("roundabout"));
        String letter = Mailbox.of(email("roundabout"), 2).stream()
                .filter(text -> text.contains("/password/"))
                .findFirst()
                .orElseThrow();
        String link = Mailbox.link(letter);
        String other = "een heel ander wachtwoord";
        assertThat(visitor.send(link, link, "password", other).getRedirectedUrl())
                .isEqualTo("/login");
        assertThat(visitor.signIn(email("roundabout"), other)).isEqualTo(STEP);
        assertThat(visitor.open("/participants").getRedirectedUrl()).isEqualTo(STEP);
    }

    @Test
    void removingAsksThePasswordAndEndsTheOtherSessions() throws Exception {
        AccountId id = account("removing");
        Visitor elsewhere = signedIn("removing");
        Visitor visitor = signedIn("removing");
        Phone.add(visitor, Village.PASSWORD);
        assertThat(elsewhere.open("/account").getRedirectedUrl()).isEqualTo("/login");
        String page = APP + "/remove";
        assertThat(visitor.send(page, page, "password", "not this one").getStatus())
                .isEqualTo(422);
        halfway("removing");
        assertThat(visitor.send(page, page, "password", Village.PASSWORD).getRedirectedUrl())
                .isEqualTo("/account/second-step");
        assertThat(visitor.open(page).getStatus()).isEqualTo(404);
        signedIn("removing");
        assertThat(trail(id, "REMOVED", "second-step.app")).isOne();
        assertThat(everything
                        .sql("select count(*) from recovery_code where account_id = ?")
                        .param(id.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoIsHalfwayHasHalfAnHourAndIsOutWhenBlocked() throws Exception {
        AccountId id = account("slow");
        Phone.add(signedIn("slow"), Village.PASSWORD);
        Visitor visitor = halfway("slow");
        everything
                .sql("update account set status = 'BLOCKED' where id = ?")
                .param(id.value())
                .update();
        assertThat(visitor.open("/participants").getRedirectedUrl()).isEqualTo("/login");
        assertThat(visitor.open(STEP).getRedirectedUrl()).isEqualTo("/login");
    }
}
