package org.liudan.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One window of the browser. Every page that it comes to is looked at: see {@link PageLook}.
 *
 * @param complaints faults of scripts, and parts of pages that could not be loaded
 */
record Window(Page page, boolean script, List<String> complaints) {

    static final int WIDE = 1280;
    static final int NARROW = 360;
    static final int HIGH = 860;

    private static final String LOOKED = "looked at";
    /** What the browser complains of when a page is looked at, each once: the styles of the one who looks. */
    private static final Set<String> OF_LOOKING = new HashSet<>();

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    static Window of(Page page, boolean script) {
        var complaints = new ArrayList<String>();
        page.onPageError(fault -> complaints.add(page.url() + ": " + fault));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400 && !response.request().isNavigationRequest()) {
                complaints.add(page.url() + ": " + response.url() + " answered " + response.status());
            }
        });
        return new Window(page, script, complaints);
    }

    /** What is wrong with the pages themselves. */
    List<String> faults() {
        return complaints.stream()
                .filter(complaint -> !OF_LOOKING.contains(withoutPlace(complaint)))
                .toList();
    }

    private static String withoutPlace(String complaint) {
        return complaint.substring(complaint.indexOf(": ") + 2);
    }

    /** Goes to an address of the application, and answers the status. */
    int open(String path) {
        var answer = page.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
        look();
        return answer == null ? 0 : answer.status();
    }

    /** Presses what leads to another page, and waits until it is there. */
    void press(Locator button) {
        goes(button::click);
    }

    /** Does what leads to another page, and waits until it is there. */
    void goes(Runnable leads) {
        var arrived = new AtomicBoolean();
        Consumer<Page> arrival = there -> arrived.set(true);
        page.onDOMContentLoaded(arrival);
        leads.run();
        page.waitForCondition(arrived::get);
        page.offDOMContentLoaded(arrival);
        page.waitForLoadState();
        look();
    }

    String text(String selector) {
        return page.locator(selector).innerText().strip();
    }

    List<String> texts(String selector) {
        return page.locator(selector).allInnerTexts().stream()
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .toList();
    }

    boolean shows(String selector) {
        return page.locator(selector).count() > 0
                && page.locator(selector).first().isVisible();
    }

    Locator button(String name) {
        return page.getByRole(
                com.microsoft.playwright.options.AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Keeps what the page looks like, on a desk and on a phone, in target/screenshots, where that is asked for. */
    void photograph(String name) {
        if (!Boolean.getBoolean("photographs")) {
            return;
        }
        for (int width : new int[] {WIDE, NARROW}) {
            page.setViewportSize(width, HIGH);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SCREENSHOTS.resolve(name + "-" + width + ".png")));
        }
        page.setViewportSize(WIDE, HIGH);
    }

    /** Looks at the page as it is now. */
    void look() {
        if (script) {
            int before = complaints.size();
            var wrong = PageLook.at(page);
            // looking itself offends against the content policy; the browser complains of that late, or even later
            page.waitForConsoleMessage(
                    new Page.WaitForConsoleMessageOptions()
                            .setPredicate(message -> message.text().equals(LOOKED)),
                    () -> page.evaluate("looked => console.debug(looked)", LOOKED));
            var ofLooking = complaints.subList(before, complaints.size());
            ofLooking.stream()
                    .filter(complaint -> complaint.contains("Content Security Policy"))
                    .map(Window::withoutPlace)
                    .forEach(OF_LOOKING::add);
            ofLooking.clear();
            complaints.addAll(wrong);
        }
    }
}
