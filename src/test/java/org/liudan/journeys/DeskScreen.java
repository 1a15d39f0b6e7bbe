package org.liudan.journeys;

import java.util.List;

/** The desk of an officer, with its lists of orders. */
record DeskScreen(Window window) {

    static DeskScreen open(Window window, String tab) {
        window.open("/desk?tab=" + tab);
        return new DeskScreen(window);
    }

    DeskScreen search(String words) {
        new FormScreen(window, window.page().locator("form.search"))
                .fill("q", words)
                .send();
        return this;
    }

    List<String> titles() {
        return window.texts(".orders .title");
    }

    OrderScreen open(String title) {
        window.click(window.page().locator(".orders .title").getByText(title).first());
        return new OrderScreen(window);
    }

    /** Returns the number of orders on a tab. */
    int count(String tab) {
        return Integer.parseInt(window.text(".tabs a[href='/desk?tab=" + tab + "'] .count"));
    }
}
