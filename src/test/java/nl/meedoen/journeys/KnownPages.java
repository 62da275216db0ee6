package nl.meedoen.journeys;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was looked at already, whoever looked: of each kind of page the shapes of its elements. A page that has no shape
 * but known ones is the same page with other words in it.
 */
final class KnownPages {

    /** Each element of the page's content as its name, its parent and what its attributes say about how it works. */
    private static final String SHAPES = """
            () => [...new Set([...document.querySelectorAll('main, main *')]
                .filter(e => e.localName === 'svg' || !e.closest('svg'))
                .map(e => e.parentElement.localName + '.' + e.parentElement.className + ' ' + e.localName + ' '
                    + [...e.attributes].map(a => /^(class|type|role|lang|dir|scope|open|aria-current|aria-invalid)$/.test(a.name)
                        ? a.name + '=' + a.value : a.name).sort().join(' ')))]
            """;

    private final Map<String, Set<String>> kinds = new HashMap<>();

    /** How much of a page is new. */
    enum News {
        KIND,
        SHAPE,
        NOTHING
    }

    /** Remembers the page that is open. */
    News take(String kind, Page page) {
        List<?> shapes = (List<?>) page.evaluate(SHAPES);
        synchronized (kinds) {
            Set<String> known = kinds.get(kind);
            if (known == null) {
                kinds.put(
                        kind, new HashSet<>(shapes.stream().map(String::valueOf).toList()));
                return News.KIND;
            }
            boolean more = false;
            for (Object shape : shapes) {
                more |= known.add(String.valueOf(shape));
            }
            return more ? News.SHAPE : News.NOTHING;
        }
    }
}
