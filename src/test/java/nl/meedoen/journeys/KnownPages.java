package nl.meedoen.journeys;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was looked at already, whoever looked: each element with all that is in it, by its shape, its colours and the
 * place where it stands. The head of a page and the tenth row of a table are looked at once, and not again on each page:
 * only other words are in them.
 */
final class KnownPages {

    /**
     * Marks of all elements of the page; those that are known, with nothing but known ones in them, are kept in the page
     * for axe to pass over. A mark says what an element is, how it works, whether it has words, its colours and size of
     * letters, the same of everything in it, and the classes of all around it.
     */
    private static final String MARKS = """
            seen => {
                const known = new Set(seen.split(' ')), marks = [], passed = [];
                const telling = /^(class|type|role|lang|dir|scope|open|tabindex|rel|aria-(current|invalid|hidden|expanded|pressed|checked|selected|sort|live))$/;
                const short = text => {
                    let a = 0xdeadbeef, b = 0x41c6ce57;
                    for (let i = 0; i < text.length; i++) {
                        const c = text.charCodeAt(i);
                        a = Math.imul(a ^ c, 2654435761);
                        b = Math.imul(b ^ c, 1597334677);
                    }
                    return (a >>> 0).toString(36) + (b >>> 0).toString(36);
                };
                const name = e => e.localName + '.' + (e.getAttribute('class') || '');
                const look = (e, around) => {
                    const style = getComputedStyle(e), box = e.getClientRects().length;
                    const own = [name(e), box ? style.color + style.backgroundColor + style.fontSize + style.fontWeight : 'unseen',
                        [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()),
                        e.labels ? e.labels.length : '',
                        ...[...e.attributes].map(a => telling.test(a.name) ? a.name + '=' + a.value : a.name + (a.value === '' ? '=' : '')).sort()];
                    const inside = around + '>' + name(e);
                    const parts = e.localName === 'svg' ? [] : [...e.querySelectorAll(':scope > *')].map(child => look(child, inside));
                    const found = {e, parts, mark: short(around + '|' + own + '|' + parts.map(part => part.mark))};
                    marks.push(found.mark);
                    return found;
                };
                const pass = found => known.has(found.mark) ? passed.push(found.e) : found.parts.forEach(pass);
                pass(look(document.body, document.title ? 'titled' : ''));
                window.passed = passed;
                return [...new Set(marks)].filter(mark => !known.has(mark)).join(' ');
            }
            """;

    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();

    /**
     * Remembers the page that is open, and tells axe what it may pass over.
     *
     * @param look how one looks: the same page in another language or in other colours is another one
     * @return whether anything in it is new
     */
    boolean take(String look, Page page) {
        Set<String> known = seen.computeIfAbsent(look, one -> ConcurrentHashMap.newKeySet());
        // one long text and not a list: the driver wraps each thing in a list apart
        String found = String.valueOf(page.evaluate(MARKS, String.join(" ", known)));
        return !found.isEmpty() && known.addAll(List.of(found.split(" ")));
    }
}
