package org.liudan.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Looks at pages as WCAG 2.2 AA asks, at the width of a desk and of a phone; each kind of page in each state once. */
final class PageLook {

    private static final List<String> AA = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
    /** Brought to a page once and asked at both widths, where {@link AxeBuilder} would bring it for each question. */
    private static final String AXE = axe();

    private static final Set<String> SEEN = new HashSet<>();

    /** What tells one kind of page from another: its address without names, its language, forms and faults. */
    private static final String KIND = """
            () => {
              const plain = text => text.replace(/[0-9A-Z-]{8,}/g, '*').replace(/[?#].*/, '');
              const forms = [...document.forms].map(form => plain(form.getAttribute('action') || ''));
              return [plain(location.pathname), document.documentElement.lang, document.documentElement.className,
                document.querySelectorAll('.fault').length > 0, document.querySelectorAll('.orders').length > 0,
                ...new Set(forms)].join(' ');
            }
            """;

    /** What axe finds to be serious or critical. */
    private static final String GRAVE_FAULTS = """
            async tags => (await axe.run({ runOnly: tags, resultTypes: ['violations'] })).violations
              .filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
              .map(rule => rule.id + ' (' + rule.help + '): '
                + rule.nodes.map(node => node.html + ' ' + node.failureSummary).join('; '))
            """;

    /** What sticks out to the right, leaving aside what lies in a box that scrolls by itself. */
    private static final String STICKING_OUT = """
            () => {
              const page = document.documentElement;
              if (page.scrollWidth <= page.clientWidth) return [];
              const scrolls = e => e && e !== document.body && e !== page
                && (/auto|scroll|hidden/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
              return [...document.body.querySelectorAll('*')]
                .filter(e => e.getBoundingClientRect().right > page.clientWidth + 1 && !scrolls(e.parentElement))
                .map(e => e.tagName.toLowerCase() + '.' + e.className + ' to ' + e.getBoundingClientRect().right)
                .concat(['page is ' + page.scrollWidth + ' wide, window ' + page.clientWidth]);
            }
            """;

    /** Words squeezed into a column so narrow that they stand one below the other. */
    private static final String SQUEEZED = """
            () => [...document.querySelectorAll('main dt, main dd, main p, main td, main b, main small, main span')]
              .map(e => [e, e.getBoundingClientRect(), parseFloat(getComputedStyle(e).fontSize)])
              .filter(([e, box, size]) => box.width < 2.5 * size && box.height > 6 * size)
              .map(([e]) => e.tagName.toLowerCase() + ' ' + e.innerText.replace(/\\s+/g, ' '))
            """;

    private PageLook() {}

    /** Answers what is wrong with a page; nothing when this kind of page was looked at before. */
    static List<String> at(Page page) {
        if (!SEEN.add(page.evaluate(KIND).toString())) {
            return List.of();
        }
        page.evaluate(AXE);
        var wrong = new ArrayList<>(inaccessible(page));
        page.setViewportSize(Window.NARROW, Window.HIGH);
        ((List<?>) page.evaluate(STICKING_OUT))
                .forEach(part -> wrong.add(page.url() + " is too wide for a phone: " + part));
        ((List<?>) page.evaluate(SQUEEZED)).forEach(part -> wrong.add(page.url() + " squeezes on a phone: " + part));
        wrong.addAll(inaccessible(page));
        page.setViewportSize(Window.WIDE, Window.HIGH);
        return wrong;
    }

    private static List<String> inaccessible(Page page) {
        return ((List<?>) page.evaluate(GRAVE_FAULTS, AA))
                .stream()
                        .map(fault ->
                                page.url() + " at " + page.viewportSize().width + " px is not accessible: " + fault)
                        .toList();
    }

    private static String axe() {
        try (var source = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
