package org.liudan.journeys;

import java.util.List;

/** Where a resident follows an order. */
record TrackScreen(Window window) {

    /**
     * One of the six rings.
     *
     * @param state as it is drawn: waiting, now, late, done or skipped
     * @param told who had it and for how long
     */
    record Ring(String name, String state, String told) {}

    static TrackScreen open(Window window, String code) {
        window.open("/track/" + code);
        return new TrackScreen(window);
    }

    /** Looks an order up as a resident does, by typing its code. */
    static TrackScreen find(Window window, String code) {
        window.open("/track");
        new Form(window, window.page().locator("form[action='/track']"))
                .fill("code", code)
                .send();
        return new TrackScreen(window);
    }

    TrackScreen again() {
        window.open(window.page().url().replaceAll("\\?.*", ""));
        return this;
    }

    String code() {
        return window.text(".code");
    }

    /** What the page says has just been done. */
    String done() {
        return window.text(".good");
    }

    String status() {
        return window.text("main section.card p b");
    }

    /** Until when something is due; empty when nothing is. */
    String due() {
        return window.shows("main section.card p.light") ? window.text("main section.card p.light") : "";
    }

    List<Ring> rings() {
        return window.page().locator("ol.chain.large li").all().stream()
                .map(ring -> new Ring(
                        ring.locator("b").innerText(),
                        ring.getAttribute("class"),
                        ring.locator("small").innerText().strip().replaceAll("\\s+", " ")))
                .toList();
    }

    Ring ring(String name) {
        return rings().stream()
                .filter(ring -> ring.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    String content() {
        return window.text("main section.card p.text");
    }

    /** What was done, the latest first. */
    List<String> record() {
        return window.texts(".timeline > li");
    }

    List<String> photos() {
        return window.page().locator(".photos img").all().stream()
                .map(photo -> photo.getAttribute("alt"))
                .toList();
    }

    /** True when every photo on the page can be seen. */
    boolean photosLoad() {
        return window.page().locator(".photos img").all().stream().allMatch(photo -> {
            photo.scrollIntoViewIfNeeded();
            return (Boolean) photo.evaluate("e => e.decode().then(() => e.naturalWidth > 0)");
        });
    }

    void remark(String words) {
        does("remark", "remark", words);
    }

    void rate(String rating, String words) {
        does("rate", "rating", rating, "rating-words", words);
    }

    void withdraw(String reason) {
        does("withdraw", "reason", reason);
    }

    boolean offers(String action) {
        return window.page().locator("form[action$='/" + action + "']").count() > 0;
    }

    private void does(String action, String... answers) {
        var form = window.page().locator("form[action$='/" + action + "']");
        if (!form.isVisible()) {
            window.page()
                    .locator("details:has(form[action$='/" + action + "']) summary")
                    .click();
        }
        new Form(window, form).fill(answers).send();
    }
}
