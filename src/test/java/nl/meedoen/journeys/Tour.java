package nl.meedoen.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import nl.meedoen.support.ValidHtml;

/** Goes from link to link as one person, and looks at one page of each kind. */
final class Tour {

    static final int MOST_PAGES = 160;

    private static final int WIDE = 1440;
    private static final int NARROW = 320;
    private static final int HIGH = 900;

    /** What was found wrong, and of how many pages. */
    record Result(int pages, List<String> findings) {}

    private final DemoSite site;
    private final Browser browser;
    private final KnownPages known;
    private final Set<String> seen = new HashSet<>();
    private final List<String> findings = new ArrayList<>();

    Tour(DemoSite site, Browser browser, KnownPages known) {
        this.site = site;
        this.browser = browser;
        this.known = known;
    }

    Result as(String account) {
        int pages = 0;
        try (DemoSite.Visitor visitor = visitor("nl-NL", ColorScheme.LIGHT).signIn(account);
                DemoSite.Visitor english = visitor("en-GB", ColorScheme.DARK).signIn(account)) {
            Set<String> kinds = new HashSet<>();
            Deque<String> waiting = new ArrayDeque<>();
            waiting.add(URI.create(visitor.page.url()).getPath());
            waiting.add("/account");
            while (!waiting.isEmpty() && pages < MOST_PAGES) {
                String path = waiting.poll();
                if (!kinds.add(kind(path))) {
                    continue;
                }
                pages++;
                look(visitor.page, english.page, path);
                for (Object href : (List<?>)
                        visitor.page.evaluate(
                                "() => [...document.querySelectorAll('a[href]')].filter(a => !a.hasAttribute('download')).map(a => a.getAttribute('href'))")) {
                    String next = String.valueOf(href);
                    if (next.startsWith("/") && !isFile(next)) {
                        waiting.add(next.replaceAll("#.*", ""));
                    }
                }
            }
            findings.addAll(visitor.complaints);
            findings.addAll(english.complaints);
        }
        return new Result(pages, findings);
    }

    private DemoSite.Visitor visitor(String language, ColorScheme colours) {
        return site.visitor(
                browser,
                new Browser.NewContextOptions()
                        .setViewportSize(WIDE, HIGH)
                        .setLocale(language)
                        .setColorScheme(colours));
    }

    private void look(Page page, Page english, String path) {
        Response response = page.navigate(site.address + path);
        if (!isPage(response)) {
            return; // the visitor's complaints hold an error
        }
        String kind = kind(URI.create(page.url()).getPath());
        if (!seen.add(kind)) {
            return; // it led to a page that was looked at
        }
        boolean isNew = wideAndNarrow(page, path, () -> {
            if (!known.take("in Dutch and light", page)) {
                return false;
            }
            ValidHtml.check(response.text()).forEach(error -> findings.add(path + " html: " + error));
            Axe.look(page).forEach(finding -> findings.add(path + " axe: " + finding));
            return true;
        });
        if (isNew) {
            inEnglish(english, path);
        }
    }

    /** In the dark too: other words and other colours. */
    private void inEnglish(Page page, String path) {
        if (!isPage(page.navigate(site.address + path))) {
            findings.add(path + " is not there in English");
            return;
        }
        if (!"en".equals(page.locator("html").getAttribute("lang"))) {
            findings.add(path + " does not say that it is in English");
        }
        wideAndNarrow(page, path + " in English", () -> {
            boolean isNew = known.take("in English and dark", page);
            if (isNew) {
                Axe.look(page).forEach(finding -> findings.add(path + " axe in English and dark: " + finding));
            }
            return isNew;
        });
    }

    /**
     * Looks at a page on a wide screen, and finds one that does not fit on a narrow screen; which comes first is as the
     * page before left the window, because each change of width costs a layout.
     */
    private boolean wideAndNarrow(Page page, String path, BooleanSupplier look) {
        if (page.viewportSize().width == NARROW) {
            fits(page, path, findings);
            page.setViewportSize(WIDE, HIGH);
            return look.getAsBoolean();
        }
        boolean found = look.getAsBoolean();
        page.setViewportSize(NARROW, HIGH);
        fits(page, path, findings);
        return found;
    }

    /** Finds a page that does not fit on a narrow screen; it is left on a wide one. */
    static void narrow(Page page, String path, List<String> findings) {
        page.setViewportSize(NARROW, HIGH);
        fits(page, path, findings);
        page.setViewportSize(WIDE, HIGH);
    }

    private static void fits(Page page, String path, List<String> findings) {
        int wide = ((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue();
        if (wide > NARROW) {
            findings.add(path + " scrolls sideways at " + NARROW + ": " + wide);
        }
    }

    static void darken(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    }

    static void lighten(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static boolean isPage(Response response) {
        if (response == null || response.status() >= 400) {
            return false;
        }
        String type = response.headerValue("content-type");
        return type != null && type.startsWith("text/html");
    }

    /** One page of each kind: ids and views of a list do not make another kind. */
    private static String kind(String path) {
        return path.replaceAll("\\?.*", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}")
                .replaceAll("/[0-9]+(?=/|$)", "/{n}")
                .replaceAll("/GM[0-9]{4}(?=/|$)", "/{municipality}")
                .replaceAll("^/library/[^/]+", "/library/{form}");
    }

    private static boolean isFile(String path) {
        return path.matches(".*\\.(csv|xlsx|ics|eml|pdf)(\\?.*)?")
                || path.startsWith("/assets/")
                || path.startsWith("/webjars/");
    }
}
