package org.liudan.journeys;

import java.util.List;

/** The page of an order for officers. */
record OrderScreen(Window window) {

    static OrderScreen open(Window window, String number) {
        window.open("/orders/" + number);
        return new OrderScreen(window);
    }

    OrderScreen reload() {
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

    /** Returns the history, the latest event first. */
    List<String> history() {
        return window.texts(".timeline > li");
    }

    /** Returns the names of the actions that the officer may do now. */
    List<String> allowedActions() {
        return window.texts(".can a");
    }

    /** Returns the names of the other actions of this step, and why they are blocked. */
    List<String> blockedActions() {
        return window.page().locator(".cannot li").allTextContents();
    }

    /** Chooses an action and returns its form. */
    FormScreen choose(String action) {
        var form = window.page()
                .locator("form[action$='/actions/" + action + "'], form[action*='/actions/" + action + "?']");
        if (form.count() == 0) {
            window.page().locator(".can a[href*='do=" + action + "#']").click();
            form.waitFor();
        }
        return new FormScreen(window, form);
    }

    /** Performs an action that must succeed. */
    OrderScreen perform(String action, String... answers) {
        attempt(action, answers);
        if (window.shows(".fault")) {
            throw new AssertionError(action + " was refused: " + refusals());
        }
        return this;
    }

    OrderScreen attempt(String action, String... answers) {
        choose(action).fill(answers).send();
        return this;
    }

    /** Returns the reasons for which the last attempt was refused. */
    List<String> refusals() {
        return new FormFaults(window).reasons();
    }

    /** Returns the confirmation of the last action. */
    String confirmation() {
        return window.text(".good");
    }

    /** Returns the state of the six rings as drawn: waiting, now, late, done or skipped. */
    List<String> rings() {
        return window.page().locator("ol.chain.large li").all().stream()
                .map(ring -> ring.getAttribute("class"))
                .toList();
    }
}
