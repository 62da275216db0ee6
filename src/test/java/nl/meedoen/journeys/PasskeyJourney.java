package nl.meedoen.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meedoen.support.Application;
import nl.meedoen.support.TestDatabase;
import nl.meedoen.support.ValidHtml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The first administrator of an installation that requires a second step takes a passkey, in a real browser. */
@ExtendWith(OutputCaptureExtension.class)
class PasskeyJourney {

    private static final String EMAIL = "beheer@voorbeeld.example";
    private static final String PASSWORD = "een paar lange woorden";

    @TempDir
    private Path folder;

    private final List<String> complaints = new ArrayList<>();
    private String home = "";

    @Test
    void aPasskeyIsAddedThenASecondStepThenASignInByItself(CapturedOutput output) throws Exception {
        int port = free();
        home = "http://localhost:" + port;
        TestDatabase database = TestDatabase.create();
        try (ConfigurableApplicationContext application = Application.run(
                        "--server.port=" + port,
                        "--meedoen.address=" + home,
                        "--meedoen.second-factor=required",
                        "--meedoen.data=" + folder.resolve("data"),
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + TestDatabase.APP,
                        "--spring.datasource.password=" + TestDatabase.PASSWORD,
                        "--spring.flyway.enabled=false");
                Playwright driver = Browsers.driver();
                Browser browser = Browsers.launch(driver)) {
            BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale("nl-NL"));
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (List.of("error", "warning").contains(message.type())) {
                    complaints.add(page.url() + ": " + message.text());
                }
            });
            page.onPageError(complaints::add);
            withAuthenticator(context, page);
            makeTheFirstAccount(page, output.getOut());

            password(page);
            assertThat(page).hasURL(home + "/account/second-step");
            sound(page);
            page.locator("a[href$='/second-step/passkey']").click();
            sound(page);
            page.fill("#name", "mijn laptop");
            page.locator("[data-passkey-go]").click();
            page.waitForURL("**/account/second-step/codes");
            sound(page);
            assertThat(page.locator(".codes code")).hasCount(10);
            page.locator("form[action$='/codes/kept'] button").click();
            page.waitForURL("**/admin/accounts");

            signOut(page);
            password(page);
            assertThat(page).hasURL(home + "/sign-in/step");
            sound(page);
            page.navigate(home + "/admin/accounts");
            assertThat(page).hasURL(home + "/sign-in/step");
            page.locator("[data-passkey-go]").click();
            page.waitForURL("**/admin/accounts");
            page.navigate(home + "/account/second-step");
            assertThat(page.locator("main")).containsText("mijn laptop");
            sound(page);
            page.navigate(home + "/account/second-step/app");
            sound(page);

            signOut(page);
            page.navigate(home + "/sign-in/passkey");
            sound(page);
            page.locator("[data-passkey-go]").click();
            page.waitForURL("**/admin/accounts");
        }
        assertThat(complaints).isEmpty();
    }

    /** A device that knows its owner, as Chromium's own tools pretend to be. */
    private static void withAuthenticator(BrowserContext context, Page page) {
        CDPSession tools = context.newCDPSession(page);
        tools.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wanted = new JsonObject();
        wanted.add("options", options);
        tools.send("WebAuthn.addVirtualAuthenticator", wanted);
    }

    private void makeTheFirstAccount(Page page, String log) {
        Matcher link = Pattern.compile(Pattern.quote(home) + "(/setup/\\S+)").matcher(log);
        assertThat(link.find()).as("a link in the log").isTrue();
        page.navigate(home + link.group(1));
        page.fill("#name", "Eerste Beheer");
        page.fill("#email", EMAIL);
        page.fill("#password", PASSWORD);
        page.locator("form:has(#password) button[type=submit]").click();
        page.waitForURL("**/login");
    }

    private void password(Page page) {
        page.navigate(home + "/login");
        page.fill("#email", EMAIL);
        page.fill("#password", PASSWORD);
        page.locator("form:has(#password) button[type=submit]").click();
        page.waitForURL(url -> !URI.create(url).getPath().equals("/login"));
    }

    private static void signOut(Page page) {
        page.locator(".me summary").click();
        page.locator("form[action$='/logout'] button").click();
        page.waitForURL("**/login?out");
    }

    private void sound(Page page) {
        assertThat(ValidHtml.check(page.content())).as(page.url()).isEmpty();
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .map(violation -> violation.getId() + " "
                                        + violation.getNodes().get(0).getHtml()))
                .as(page.url())
                .isEmpty();
        page.setViewportSize(320, 800);
        assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue())
                .as(page.url())
                .isLessThanOrEqualTo(320);
        page.setViewportSize(1280, 720);
    }

    private static int free() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
