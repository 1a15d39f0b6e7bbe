package org.liudan.journeys;

import java.util.List;

/** A list that is processed order by order: the weekly meeting, or the call-backs. */
record QueueScreen(Window window) {

    static QueueScreen open(Window window, String kind) {
        window.open("/" + kind);
        return new QueueScreen(window);
    }

    /** Skips orders until this one is open. */
    QueueScreen skipTo(String title) {
        int left = titles().size();
        while (!window.text("#now").equals(title)) {
            if (left-- == 0) {
                throw new AssertionError(title + " is not on the list: " + titles());
            }
            window.click(
                    window.page().locator("section[aria-labelledby=now] p a").first());
        }
        return this;
    }

    FormScreen choose(String action) {
        return new OrderScreen(window).choose(action);
    }

    List<String> titles() {
        return window.texts(".orders .title");
    }
}
