package nl.meedoen.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.meedoen.support.ValidHtml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Follows every link that a role can reach, one page of each kind: no error, valid HTML, nothing found by axe, no
 * complaint of the browser (its content policy included), and no sideways scroll at 320 px; in Dutch and light, and in
 * English and dark. Two browsers go round at a time, each through one role after the other. What was looked at on one page
 * is passed over on the next.
 */
class EveryPageJourney {

    private static final int AT_ONCE = 2;

    private static final Map<String, Tour.Result> tours = new ConcurrentHashMap<>();

    private static DemoSite site;

    @BeforeAll
    static void goRound() throws ExecutionException, InterruptedException {
        site = DemoSite.open();
        KnownPages known = new KnownPages();
        Queue<String> accounts = new ConcurrentLinkedQueue<>(
                List.of("coordinator", "coach", "trainer", "klantmanager", "landelijk", "beheer"));
        ExecutorService guides = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> rounds = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            rounds.add(guides.submit(() -> {
                try (Playwright driver = Browsers.driver();
                        Browser browser = Browsers.launch(driver)) {
                    for (String account = accounts.poll(); account != null; account = accounts.poll()) {
                        tours.put(account, new Tour(site, browser, known).as(account));
                    }
                }
            }));
        }
        guides.shutdown();
        for (Future<?> round : rounds) {
            round.get();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "coach", "trainer", "klantmanager", "landelijk", "beheer"})
    void everyPageOfARoleIsSound(String account) {
        Tour.Result tour = tours.get(account);
        assertThat(tour).isNotNull();
        assertThat(tour.pages())
                .as("pages that %s can reach", account)
                .isGreaterThan(3)
                .isLessThan(Tour.MOST_PAGES);
        assertThat(tour.findings()).isEmpty();
    }

    @Test
    void theFrontDoorIsSound() {
        List<String> findings = new ArrayList<>();
        try (DemoSite.Visitor visitor = site.visitor(1440, true)) {
            for (String path : List.of(
                    "/login",
                    "/login?error",
                    "/login?wait=8",
                    "/login?out",
                    "/forgot",
                    "/help",
                    "/privacy",
                    "/accessibility")) {
                assertThat(look(visitor.page, path, findings)).as(path).isEqualTo(200);
            }
            findings.addAll(visitor.complaints);
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void refusalsAreSound() {
        List<String> findings = new ArrayList<>();
        try (DemoSite.Visitor visitor = site.visitor(1440, true).signIn("coach")) {
            assertThat(look(visitor.page, "/no-such-page", findings)).isEqualTo(404);
            assertThat(look(visitor.page, "/admin/accounts", findings)).isEqualTo(403);
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void whatIsNewOnAKnownPageIsLookedAt() {
        try (DemoSite.Visitor visitor = site.visitor(1440, true)) {
            visitor.go("/login");
            KnownPages known = new KnownPages();
            assertThat(known.take("here", visitor.page)).isTrue();
            assertThat(known.take("here", visitor.page)).isFalse();
            assertThat(known.take("elsewhere", visitor.page)).isTrue();
            visitor.page.evaluate("() => document.querySelector('h1').append(document.createElement('button'))");
            assertThat(known.take("here", visitor.page)).isTrue();
            assertThat(Axe.look(visitor.page)).singleElement().asString().startsWith("button-name");
            visitor.page.evaluate("() => document.querySelector('h1').replaceChildren('pale')");
            visitor.page.evaluate("() => document.querySelector('h1').style.color = 'rgb(250, 250, 250)'");
            assertThat(known.take("here", visitor.page)).isTrue();
            assertThat(Axe.look(visitor.page)).singleElement().asString().startsWith("color-contrast");
        }
    }

    private static int look(Page page, String path, List<String> findings) {
        Response response = page.navigate(site.address + path);
        ValidHtml.check(response.text()).forEach(error -> findings.add(path + " html: " + error));
        Axe.look(page).forEach(finding -> findings.add(path + " axe: " + finding));
        Tour.narrow(page, path, findings);
        Tour.darken(page);
        Axe.lookAtColours(page).forEach(finding -> findings.add(path + " axe in the dark: " + finding));
        Tour.lighten(page);
        return response.status();
    }
}
