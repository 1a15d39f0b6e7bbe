package org.liudan.journeys;

import java.util.List;

/** The summary of faults after a form was sent. */
record FormFaults(Window window) {

    String heading() {
        return window.text(".fault h2");
    }

    List<String> reasons() {
        return window.texts(".fault li");
    }

    /** Returns true when the summary has the focus, so that a screen reader begins with it. */
    boolean inFocus() {
        return Boolean.TRUE.equals(window.page().locator(".fault").evaluate("e => e === document.activeElement"));
    }

    /** Follows the link of a reason; returns the name of the field that then has the focus. */
    String follow(int reason) {
        window.page().locator(".fault li a").nth(reason).press("Enter");
        var focused = window.page().locator("[id^=f-]:focus");
        focused.waitFor();
        return focused.getAttribute("id");
    }
}
