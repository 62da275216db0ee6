package nl.meedoen.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.meedoen.support.ValidHtml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Follows every link that a role can reach, one page of each kind: no error, valid HTML, nothing found by axe, no
 * complaint of the browser (its content policy included), and no sideways scroll at 320 px.
 */
class EveryPageJourney {

    private static final int MOST_PAGES = 120;

    private final DemoSite site = DemoSite.open();

    @ParameterizedTest
    @ValueSource(strings = {"coordinator", "coach", "trainer", "klantmanager", "landelijk", "beheer"})
    void everyPageOfARoleIsSound(String account) {
        List<String> findings = new ArrayList<>();
        try (DemoSite.Visitor visitor = site.visitor(1440, true).signIn(account)) {
            Set<String> kinds = new HashSet<>();
            Set<String> seen = new HashSet<>();
            Deque<String> waiting = new ArrayDeque<>();
            waiting.add(URI.create(visitor.page.url()).getPath());
            waiting.add("/account");
            int pages = 0;
            while (!waiting.isEmpty() && pages < MOST_PAGES) {
                String path = waiting.poll();
                if (!kinds.add(kind(path))) {
                    continue;
                }
                pages++;
                look(visitor.page, path, seen, findings);
                for (Object href : (List<?>)
                        visitor.page.evaluate(
                                "() => [...document.querySelectorAll('a[href]')].filter(a => !a.hasAttribute('download')).map(a => a.getAttribute('href'))")) {
                    String next = String.valueOf(href);
                    if (next.startsWith("/") && !isFile(next)) {
                        waiting.add(next.replaceAll("#.*", ""));
                    }
                }
            }
            assertThat(pages)
                    .as("pages that %s can reach", account)
                    .isGreaterThan(3)
                    .isLessThan(MOST_PAGES);
            findings.addAll(visitor.complaints);
        }
        assertThat(findings).isEmpty();
    }

    @org.junit.jupiter.api.Test
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
                look(visitor.page, path, new HashSet<>(), findings);
            }
            findings.addAll(visitor.complaints);
        }
        assertThat(findings).isEmpty();
    }

    private void look(Page page, String path, Set<String> seen, List<String> findings) {
        Response response = page.navigate(site.address + path);
        if (response == null || response.status() >= 400) {
            return; // the visitor's complaints hold it
        }
        String type = response.headerValue("content-type");
        if (type == null || !type.startsWith("text/html")) {
            return;
        }
        if (!seen.add(kind(URI.create(page.url()).getPath()))) {
            return; // it led to a page that was looked at
        }
        ValidHtml.check(response.text()).forEach(error -> findings.add(path + " html: " + error));
        Axe.look(page).forEach(finding -> findings.add(path + " axe: " + finding));
        page.setViewportSize(320, 800);
        Object wide = page.evaluate("() => document.documentElement.scrollWidth");
        if (((Number) wide).intValue() > 320) {
            findings.add(path + " scrolls sideways at 320: " + wide);
        }
        page.setViewportSize(1440, 900);
    }

    /** One page of each kind: ids and views of a list do not make another kind. */
    private static String kind(String path) {
        return path.replaceAll("\\?.*", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}")
                .replaceAll("^/library/[^/]+", "/library/{form}");
    }

    private static boolean isFile(String path) {
        return path.matches(".*\\.(csv|xlsx|ics|eml|pdf)(\\?.*)?")
                || path.startsWith("/assets/")
                || path.startsWith("/webjars/");
    }
}
