package nl.meedoen.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds on a page by WCAG 2.2 AA and good practice, run in the page itself: no second page for its report. */
final class Axe {

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String RUN = """
            tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
                .then(found => found.violations.map(v => v.id + ' ' + v.nodes.slice(0, 2).map(n => n.html).join(' ')))
            """;

    private Axe() {}

    /** Each finding with its rule and the first two places; empty for a page in order. */
    static List<String> look(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        return ((List<?>) page.evaluate(RUN, TAGS))
                .stream().map(String::valueOf).toList();
    }
}
