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

/** Checks pages against WCAG 2.2 AA, at the width of a desktop and of a phone. Each kind of page is checked once in each state. */
final class PageInspection {

    private static final List<String> AA = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
    /** The script is loaded into a page once and run at both widths; {@link AxeBuilder} would load it for each run. */
    private static final String AXE = axe();

    private static final Set<String> CHECKED = new HashSet<>();

    /** Returns the kind of a page: its address without ids, its language, forms and faults. */
    private static final String KIND = """
            () => {
              const plain = text => text.replace(/[0-9A-Z-]{8,}/g, '*').replace(/[?#].*/, '');
              const forms = [...document.forms].map(form => plain(form.getAttribute('action') || ''));
              return [plain(location.pathname), document.documentElement.lang, document.documentElement.className,
                document.querySelectorAll('.fault').length > 0, document.querySelectorAll('.orders').length > 0,
                ...new Set(forms)].join(' ');
            }
            """;

    /** Returns the serious and critical faults found by axe. */
    private static final String SERIOUS_FAULTS = """
            async tags => (await axe.run({ runOnly: tags, resultTypes: ['violations'] })).violations
              .filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
              .map(rule => rule.id + ' (' + rule.help + '): '
                + rule.nodes.map(node => node.html + ' ' + node.failureSummary).join('; '))
            """;

    /** Returns the elements that overflow to the right, except within a box that scrolls. */
    private static final String OVERFLOW = """
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

    /** Returns texts in a column so narrow that the words are below one another. */
    private static final String SQUEEZED = """
            () => [...document.querySelectorAll('main dt, main dd, main p, main td, main b, main small, main span')]
              .map(e => [e, e.getBoundingClientRect(), parseFloat(getComputedStyle(e).fontSize)])
              .filter(([e, box, size]) => box.width < 2.5 * size && box.height > 6 * size)
              .map(([e]) => e.tagName.toLowerCase() + ' ' + e.innerText.replace(/\\s+/g, ' '))
            """;

    private PageInspection() {}

    /** Returns the faults of a page; empty when this kind of page was checked before. */
    static List<String> inspect(Page page) {
        if (!CHECKED.add(page.evaluate(KIND).toString())) {
            return List.of();
        }
        page.evaluate(AXE);
        var faults = new ArrayList<>(inaccessible(page));
        page.setViewportSize(Window.NARROW, Window.HIGH);
        ((List<?>) page.evaluate(OVERFLOW))
                .forEach(part -> faults.add(page.url() + " is too wide for a phone: " + part));
        ((List<?>) page.evaluate(SQUEEZED)).forEach(part -> faults.add(page.url() + " squeezes on a phone: " + part));
        faults.addAll(inaccessible(page));
        page.setViewportSize(Window.WIDE, Window.HIGH);
        return faults;
    }

    private static List<String> inaccessible(Page page) {
        return ((List<?>) page.evaluate(SERIOUS_FAULTS, AA))
                .stream()
                        .map(fault ->
                                page.url() + " at " + page.viewportSize().width + " px is not accessible: " + fault)
                        .toList();
    }

    private static String axe() {
        try (var source = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
