package nl.meedoen.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** What axe finds on a page by WCAG 2.2 AA and good practice, run in the page itself: no second page for its report. */
final class Axe {

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String RUN = """
            only => axe.run({include: [document], exclude: window.passed || []}, {runOnly: only, resultTypes: ['violations'], preload: false})
                .then(found => found.violations.map(v => v.id + ' ' + v.nodes.slice(0, 2).map(n => n.html).join(' ')))
            """;

    private Axe() {}

    /**
     * Each finding with its rule and the first two places; empty for a page in order. What {@link KnownPages} saw before is
     * passed over; rules about the page as a whole hold for all of it.
     */
    static List<String> look(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        return run(page, "tag", TAGS);
    }

    /** The same of colours only, on a page that was looked at before: after the colours changed. */
    static List<String> lookAtColours(Page page) {
        return run(page, "rule", COLOURS);
    }

    private static List<String> run(Page page, String type, List<String> values) {
        return ((List<?>) page.evaluate(RUN, Map.of("type", type, "values", values)))
                .stream().map(String::valueOf).toList();
    }
}
