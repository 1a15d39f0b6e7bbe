package org.liudan.journeys;

import com.microsoft.playwright.Locator;

/** A form, filled in by the field ids of the rulebook. */
record FormScreen(Window window, Locator form) {

    /** Fills in fields: field, value, field, value. The value of a file field is the name of a photo. */
    FormScreen fill(String... answers) {
        for (int at = 0; at < answers.length; at += 2) {
            fill(answers[at], answers[at + 1]);
        }
        return this;
    }

    /** Returns the current value of a field. */
    String value(String field) {
        return named(field).first().inputValue();
    }

    /** Sends the form with its main button. */
    void send() {
        window.click(form.locator("button:not([type=button])").first());
    }

    private void fill(String field, String value) {
        var files = form.locator("input[type=file][name='" + field + ".new']");
        if (files.count() > 0) {
            files.setInputFiles(Photo.named(value));
            return;
        }
        var kind = named(field).first().evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type");
        switch (kind.toString()) {
            case "select" -> named(field).selectOption(value);
            case "radio", "checkbox" ->
                form.locator("input[name='" + field + "'][value='" + value + "']")
                        .check();
            default -> named(field).fill(value);
        }
    }

    private Locator named(String field) {
        return form.locator("[name='" + field + "']");
    }
}
