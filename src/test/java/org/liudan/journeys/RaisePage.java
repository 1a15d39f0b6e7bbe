package org.liudan.journeys;

import java.util.List;

/** Where a resident raises an order. */
record RaisePage(Window window) {

    static RaisePage open(Window window) {
        window.open("/raise");
        return new RaisePage(window);
    }

    RaisePage fill(String... answers) {
        form().fill(answers);
        return this;
    }

    /** Sends what is complete, and comes to the page with the tracking code. */
    TrackPage raise() {
        form().send();
        return new TrackPage(window);
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
