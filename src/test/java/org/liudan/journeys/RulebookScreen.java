package org.liudan.journeys;

import com.microsoft.playwright.Locator;
import java.util.List;

/** The page on which the administrator tries a change of the rules. */
record RulebookScreen(Window window) {

    static RulebookScreen open(Window window, String method) {
        window.open("/admin/rulebook?method=" + method);
        return new RulebookScreen(window);
    }

    String text() {
        return window.page().inputValue("#text");
    }

    RulebookScreen check(String text) {
        window.page().fill("#text", text);
        window.click(window.page().locator("button[value=check]"));
        return this;
    }

    /** Returns the line and reason of each fault. */
    List<String> faults() {
        return window.texts(".faults li");
    }

    /** Performs an action on the trial order; the answers are field, value, field, value. */
    RulebookScreen perform(String at, String action, String as, String... answers) {
        window.page().fill("#at", at);
        window.click(part("button[name=_choose][value=" + action + "]"));
        window.page().selectOption("#as", as);
        for (int i = 0; i < answers.length; i += 2) {
            var field = part("[name=" + answers[i] + "]").first();
            if ("radio".equals(field.getAttribute("type"))) {
                part("[name=" + answers[i] + "][value=" + answers[i + 1] + "]").check();
            } else if (field.evaluate("e => e.tagName").equals("SELECT")) {
                field.selectOption(answers[i + 1]);
            } else {
                field.fill(answers[i + 1]);
            }
        }
        window.click(part("button[value=act]"));
        return this;
    }

    RulebookScreen passTime(String at) {
        window.page().fill("#at", at);
        window.click(part("button[value=pass]"));
        return this;
    }

    /** Returns the history of the trial order, the newest event first. */
    List<String> history() {
        return window.texts(".timeline > li > div > b");
    }

    String trialStatus() {
        return window.text(".trial");
    }

    void publish() {
        window.click(part("button[formaction$=confirmation]"));
        window.click(part("form[action$=versions] button.main"));
    }

    private Locator part(String selector) {
        return window.page().locator(selector);
    }
}
