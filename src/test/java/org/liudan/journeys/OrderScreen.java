package org.liudan.journeys;

import java.util.List;

/** The page of an order for those who work on it. */
record OrderScreen(Window window) {

    static OrderScreen open(Window window, String number) {
        window.open("/orders/" + number);
        return new OrderScreen(window);
    }

    OrderScreen again() {
        window.open(window.page().url().replaceAll("[?#].*", ""));
        return this;
    }

    String number() {
        return window.page().url().replaceFirst(".*/orders/([0-9-]+).*", "$1");
    }

    String status() {
        return window.text("#what");
    }

    List<String> clocks() {
        return window.texts("#what ~ p.light");
    }

    String clock(String name) {
        return clocks().stream()
                .filter(clock -> clock.startsWith(name))
                .findFirst()
                .orElse("");
    }

    List<String> facts() {
        return window.texts("section[aria-labelledby=what] .facts-list > *");
    }

    /** What was done, the latest first. */
    List<String> record() {
        return window.texts(".timeline > li");
    }

    /** Names of the actions open to the officer now. */
    List<String> can() {
        return window.texts(".can a");
    }

    /** Names of the other actions of this step, and why they are not open. */
    List<String> cannot() {
        return window.page().locator(".cannot li").allTextContents();
    }

    /** Chooses an action, and answers its form. */
    Form choose(String action) {
        var form = window.page()
                .locator("form[action$='/actions/" + action + "'], form[action*='/actions/" + action + "?']");
        if (form.count() == 0) {
            window.page().locator(".can a[href*='do=" + action + "#']").click();
            form.waitFor();
        }
        return new Form(window, form);
    }

    /** Takes an action that succeeds. */
    OrderScreen does(String action, String... answers) {
        tries(action, answers);
        if (window.shows(".fault")) {
            throw new AssertionError(action + " was refused: " + refusals());
        }
        return this;
    }

    OrderScreen tries(String action, String... answers) {
        choose(action).fill(answers).send();
        return this;
    }

    /** Why the last attempt was refused. */
    List<String> refusals() {
        return new Faults(window).reasons();
    }

    /** What the page says has just been done. */
    String done() {
        return window.text(".good");
    }

    /** The six rings as they are drawn: waiting, now, late, done or skipped. */
    List<String> rings() {
        return window.page().locator("ol.chain.large li").all().stream()
                .map(ring -> ring.getAttribute("class"))
                .toList();
    }
}
