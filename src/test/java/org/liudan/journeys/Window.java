package org.liudan.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One window of the browser. Every page that it opens is checked: see {@link PageInspection}.
 *
 * @param complaints script errors, and resources that could not be loaded
 */
record Window(Page page, boolean script, List<String> complaints) {

    static final int WIDE = 1280;
    static final int NARROW = 360;
    static final int HIGH = 860;

    private static final String INSPECTED = "looked at";
    /** The complaints that the inspection itself causes, by its styles. */
    private static final Set<String> OF_INSPECTION = new HashSet<>();

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

    /** Returns the faults of the pages themselves. */
    List<String> faults() {
        return complaints.stream()
                .filter(complaint -> !OF_INSPECTION.contains(withoutAddress(complaint)))
                .toList();
    }

    private static String withoutAddress(String complaint) {
        return complaint.substring(complaint.indexOf(": ") + 2);
    }

    /** Opens an address of the application and returns the status. */
    int open(String path) {
        var answer = page.navigate(path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
        inspect();
        return answer == null ? 0 : answer.status();
    }

    /** Clicks an element that leads to another page, and waits for the page. */
    void click(Locator button) {
        navigate(button::click);
    }

    /** Runs an action that leads to another page, and waits for the page. */
    void navigate(Runnable action) {
        var arrived = new AtomicBoolean();
        Consumer<Page> arrival = loaded -> arrived.set(true);
        page.onDOMContentLoaded(arrival);
        action.run();
        page.waitForCondition(arrived::get);
        page.offDOMContentLoaded(arrival);
        page.waitForLoadState();
        inspect();
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
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Saves screenshots of the page, on a desktop and on a phone, to target/screenshots if {@code photographs} is set. */
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

    /** Inspects the current page. */
    void inspect() {
        if (script) {
            int before = complaints.size();
            var faults = PageInspection.inspect(page);
            // the inspection violates the content security policy; the browser reports that with a delay
            page.waitForConsoleMessage(
                    new Page.WaitForConsoleMessageOptions()
                            .setPredicate(message -> message.text().equals(INSPECTED)),
                    () -> page.evaluate("looked => console.debug(looked)", INSPECTED));
            var ofInspection = complaints.subList(before, complaints.size());
            ofInspection.stream()
                    .filter(complaint -> complaint.contains("Content Security Policy"))
                    .map(Window::withoutAddress)
                    .forEach(OF_INSPECTION::add);
            ofInspection.clear();
            complaints.addAll(faults);
        }
    }
}
