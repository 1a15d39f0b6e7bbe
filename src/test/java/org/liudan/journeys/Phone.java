package org.liudan.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** The patrol on a phone. */
record Phone(Window window, FaultyNetwork network) {

    private static final String OFFLINE_READY = """
            async () => navigator.serviceWorker.controller !== null
                && navigator.serviceWorker.controller.state === 'activated'
                && (await caches.match('/patrol', { cacheName: 'patrol-page' })) !== undefined
                && document.querySelectorAll('#home [data-part=stops] li').length > 0
            """;

    /** Opens the patrol and waits until the phone has stored its offline data. */
    Phone open() {
        window.open("/patrol");
        page().waitForCondition(() -> (Boolean) page().evaluate(OFFLINE_READY));
        return this;
    }

    Phone goOffline() {
        network.cut();
        page().context().setOffline(true);
        return this;
    }

    Phone goOnline() {
        network.repair();
        page().context().setOffline(false);
        return this;
    }

    /** Closes the page and opens it again. */
    Phone reopen() {
        page().reload();
        page().locator("#patrol:not([hidden])").waitFor();
        page().waitForFunction("() => document.querySelector('#signal').textContent !== ''");
        return this;
    }

    /** Opens a subject of the list and begins an action there. */
    Phone begin(String title, String action) {
        page().locator("#home .title", new Page.LocatorOptions().setHasText(title))
                .first()
                .click();
        page().locator("#stop button", new Page.LocatorOptions().setHasText(action))
                .click();
        form().waitFor();
        return this;
    }

    /** Fills in the form: field, value, field, value. The value of a file field is the name of a photo. */
    Phone fill(String... answers) {
        var form = new FormScreen(window, form());
        form.fill(answers);
        page().waitForCondition(
                        () -> !page().locator("[data-part=kept]").innerText().isEmpty());
        return this;
    }

    /** Confirms a place of the route. */
    Phone reach(String place) {
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
    Phone finish() {
        form().locator("button.main").click();
        page().locator("#home:not([hidden])").waitFor();
        return this;
    }

    /** Returns the visits in the queue, the first one first. */
    List<String> unsent() {
        return window.texts("[data-part=unsent] li");
    }

    /** Returns the sent visits, the latest first. */
    List<String> sent() {
        return window.texts("[data-part=sent] li");
    }

    Phone waitUntilSent(int visits) {
        page().waitForFunction("visits => document.querySelectorAll('[data-part=sent] li').length === visits", visits);
        return this;
    }

    Phone openUnsent(String title) {
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
