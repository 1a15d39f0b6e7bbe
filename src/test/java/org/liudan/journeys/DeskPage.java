package org.liudan.journeys;

import java.util.List;

/** The desk of an officer: the lists of orders. */
record DeskPage(Window window) {

    static DeskPage open(Window window, String tab) {
        window.open("/desk?tab=" + tab);
        return new DeskPage(window);
    }

    DeskPage search(String words) {
        new Form(window, window.page().locator("form.search")).fill("q", words).send();
        return this;
    }

    List<String> titles() {
        return window.texts(".orders .title");
    }

    OrderPage open(String title) {
        window.press(window.page().locator(".orders .title").getByText(title).first());
        return new OrderPage(window);
    }

    /** How many orders a tab says there are. */
    int count(String tab) {
        return Integer.parseInt(window.text(".tabs a[href='/desk?tab=" + tab + "'] .count"));
    }
}
