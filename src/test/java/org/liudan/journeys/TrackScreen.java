package org.liudan.journeys;

import java.util.List;

/** The page on which a resident follows an order. */
record TrackScreen(Window window) {

    /**
     * One of the six rings.
     *
     * @param state as drawn: waiting, now, late, done or skipped
     * @param details who held the order and for how long
     */
    record ShownRing(String name, String state, String details) {}

    static TrackScreen open(Window window, String code) {
        window.open("/track/" + code);
        return new TrackScreen(window);
    }

    /** Finds an order as a resident does, by typing its tracking code. */
    static TrackScreen find(Window window, String code) {
        window.open("/track");
        new FormScreen(window, window.page().locator("form[action='/track']"))
                .fill("code", code)
                .send();
        return new TrackScreen(window);
    }

    TrackScreen reload() {
        window.open(window.page().url().replaceAll("\\?.*", ""));
        return this;
    }

    String code() {
        return window.text(".code");
    }

    /** Returns the confirmation of the last action. */
    String confirmation() {
        return window.text(".good");
    }

    String status() {
        return window.text("main section.card p b");
    }

    /** Returns the deadline; empty when there is none. */
    String due() {
        return window.shows("main section.card p.light") ? window.text("main section.card p.light") : "";
    }

    List<ShownRing> rings() {
        return window.page().locator("ol.chain.large li").all().stream()
                .map(ring -> new ShownRing(
                        ring.locator("b").innerText(),
                        ring.getAttribute("class"),
                        ring.locator("small").innerText().strip().replaceAll("\\s+", " ")))
                .toList();
    }

    ShownRing ring(String name) {
        return rings().stream()
                .filter(ring -> ring.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    String content() {
        return window.text("main section.card p.text");
    }

    /** Returns the history, the latest event first. */
    List<String> history() {
        return window.texts(".timeline > li");
    }

    List<String> photos() {
        return window.page().locator(".photos img").all().stream()
                .map(photo -> photo.getAttribute("alt"))
                .toList();
    }

    /** Returns true when all photos of the page are visible. */
    boolean photosLoad() {
        return window.page().locator(".photos img").all().stream().allMatch(photo -> {
            photo.scrollIntoViewIfNeeded();
            return (Boolean) photo.evaluate("e => e.decode().then(() => e.naturalWidth > 0)");
        });
    }

    void remark(String words) {
        perform("remark", "remark", words);
    }

    void rate(String rating, String words) {
        perform("rate", "rating", rating, "rating-words", words);
    }

    void withdraw(String reason) {
        perform("withdraw", "reason", reason);
    }

    boolean offers(String action) {
        return window.page().locator("form[action$='/" + action + "']").count() > 0;
    }

    private void perform(String action, String... answers) {
        var form = window.page().locator("form[action$='/" + action + "']");
        if (!form.isVisible()) {
            window.page()
                    .locator("details:has(form[action$='/" + action + "']) summary")
                    .click();
        }
        new FormScreen(window, form).fill(answers).send();
    }
}
