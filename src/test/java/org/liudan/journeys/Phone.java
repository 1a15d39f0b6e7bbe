package org.liudan.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The round on a phone. */
record Phone(Window window, BrokenWire wire) {

    private static final String TAKEN_ALONG = """
            async () => navigator.serviceWorker.controller !== null
                && navigator.serviceWorker.controller.state === 'activated'
                && (await caches.match('/patrol', { cacheName: 'patrol-page' })) !== undefined
                && document.querySelectorAll('#home [data-part=stops] li').length > 0
            """;

    /** Opens the round and waits until the phone has all that it takes along. */
    Phone opens() {
        window.open("/patrol");
        page().waitForCondition(() -> (Boolean) page().evaluate(TAKEN_ALONG));
        return this;
    }

    Phone losesTheSignal() {
        wire.cut();
        page().context().setOffline(true);
        return this;
    }

    Phone hasASignal() {
        wire.mend();
        page().context().setOffline(false);
        return this;
    }

    /** Closed and opened again. */
    Phone again() {
        page().reload();
        page().locator("#patrol:not([hidden])").waitFor();
        page().waitForFunction("() => document.querySelector('#signal').textContent !== ''");
        return this;
    }

    /** Goes to a place of the list and begins to note an action there. */
    Phone begins(String title, String action) {
        page().locator("#home .title", new Page.LocatorOptions().setHasText(title))
                .first()
                .click();
        page().locator("#stop button", new Page.LocatorOptions().setHasText(action))
                .click();
        form().waitFor();
        return this;
    }

    /** Fills in the form; answers come as field, value, field, value, and a file's value is the name of a photo. */
    Phone notes(String... answers) {
        var form = new Form(window, form());
        form.fill(answers);
        page().waitForCondition(
                        () -> !page().locator("[data-part=kept]").innerText().isEmpty());
        return this;
    }

    /** Is at a place of the route. */
    Phone reaches(String place) {
        page().locator(".route li", new Page.LocatorOptions().setHasText(place))
                .locator("button")
                .click();
        page().waitForCondition(() -> value("stops").contains(place));
        return this;
    }

    String value(String field) {
        return form().locator("[name='" + field + "']").first().inputValue();
    }

    int photos() {
        page().locator(".kept-photos li").first().waitFor();
        return page().locator(".kept-photos li").count();
    }

    String checkedIn() {
        return window.text("[data-part=noted]");
    }

    /** Puts the visit into the queue. */
    Phone finishes() {
        form().locator("button.main").click();
        page().locator("#home:not([hidden])").waitFor();
        return this;
    }

    /** What has not been sent, the first in the queue first. */
    List<String> unsent() {
        return window.texts("[data-part=unsent] li");
    }

    /** What was sent, the latest first. */
    List<String> sent() {
        return window.texts("[data-part=sent] li");
    }

    Phone waitsUntilSent(int visits) {
        page().waitForFunction("visits => document.querySelectorAll('[data-part=sent] li').length === visits", visits);
        return this;
    }

    Phone opensUnsent(String title) {
        page().locator("[data-part=unsent] .title", new Page.LocatorOptions().setHasText(title))
                .click();
        form().waitFor();
        return this;
    }

    List<String> reasons() {
        return window.texts("#visit form .fault li");
    }

    Locator form() {
        return page().locator("#visit form");
    }

    Page page() {
        return window.page();
    }
}
