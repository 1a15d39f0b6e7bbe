package org.liudan.journeys;

import java.util.List;

/** Where a resident raises an order. */
record RaiseScreen(Window window) {

    static RaiseScreen open(Window window) {
        window.open("/raise");
        return new RaiseScreen(window);
    }

    RaiseScreen fill(String... answers) {
        form().fill(answers);
        return this;
    }

    /** Sends what is complete, and comes to the page with the tracking code. */
    TrackScreen raise() {
        form().send();
        return new TrackScreen(window);
    }

    /** Sends what is not complete, and stays. */
    Faults raiseInVain() {
        form().send();
        return new Faults(window);
    }

    String value(String field) {
        return form().value(field);
    }

    List<String> hints() {
        return window.texts("form[action='/raise'] .hint");
    }

    private Form form() {
        return new Form(window, window.page().locator("form[action='/raise']"));
    }
}
