package org.liudan.journeys;

import java.util.List;

/** A list worked through one by one: the weekly meeting, or the calls back. */
record QueueScreen(Window window) {

    static QueueScreen open(Window window, String kind) {
        window.open("/" + kind);
        return new QueueScreen(window);
    }

    /** Passes over orders until this one is open. */
    QueueScreen skipTo(String title) {
        int left = titles().size();
        while (!window.text("#now").equals(title)) {
            if (left-- == 0) {
                throw new AssertionError(title + " is not on the list: " + titles());
            }
            window.press(
                    window.page().locator("section[aria-labelledby=now] p a").first());
        }
        return this;
    }

    Form choose(String action) {
        return new OrderScreen(window).choose(action);
    }

    List<String> titles() {
        return window.texts(".orders .title");
    }
}
