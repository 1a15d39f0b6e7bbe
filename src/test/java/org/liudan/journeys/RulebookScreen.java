package org.liudan.journeys;

import com.microsoft.playwright.Locator;
import java.util.List;

/** Where the administrator tries a change of the rules. */
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
        window.press(window.page().locator("button[value=check]"));
        return this;
    }

    /** Line and reason of each fault. */
    List<String> faults() {
        return window.texts(".faults li");
    }

    /** Tries an action on the imaginary order; answers are field, value, field, value. */
    RulebookScreen tries(String at, String action, String as, String... answers) {
        window.page().fill("#at", at);
        window.press(part("button[name=_choose][value=" + action + "]"));
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
        window.press(part("button[value=act]"));
        return this;
    }

    RulebookScreen passes(String at) {
        window.page().fill("#at", at);
        window.press(part("button[value=pass]"));
        return this;
    }

    /** What has happened to the imaginary order, the newest first. */
    List<String> happened() {
        return window.texts(".timeline > li > div > b");
    }

    String trial() {
        return window.text(".trial");
    }

    void publish() {
        window.press(part("button[formaction$=confirmation]"));
        window.press(part("form[action$=versions] button.main"));
    }

    private Locator part(String selector) {
        return window.page().locator(selector);
    }
}
