package org.liudan.journeys;

import java.util.List;

/** The page on which a resident raises an order. */
record RaiseScreen(Window window) {

    static RaiseScreen open(Window window) {
        window.open("/raise");
        return new RaiseScreen(window);
    }

    RaiseScreen fill(String... answers) {
        form().fill(answers);
        return this;
    }

    /** Sends the complete form; the page with the tracking code follows. */
    TrackScreen raise() {
        form().send();
        return new TrackScreen(window);
    }

    /** Sends the incomplete form and stays on the page. */
    FormFaults raiseIncomplete() {
        form().send();
        return new FormFaults(window);
    }

    String value(String field) {
        return form().value(field);
    }

    List<String> hints() {
        return window.texts("form[action='/raise'] .hint");
    }

    private FormScreen form() {
        return new FormScreen(window, window.page().locator("form[action='/raise']"));
    }
}
