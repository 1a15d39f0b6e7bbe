package org.liudan.journeys;

/** The page on which an order of any method is raised, by an officer or a resident. */
record StartScreen(Window window, String address) {

    /** Opens the page for an officer. */
    static StartScreen of(Window window, String method, String action) {
        return open(window, "/orders/new/" + method + "/" + action);
    }

    /** Opens the page for a resident. */
    static StartScreen open(Window window, String address) {
        window.open(address);
        return new StartScreen(window, address);
    }

    FormScreen form() {
        return new FormScreen(window, window.page().locator("form[action='" + address + "']"));
    }

    OrderScreen register(String... answers) {
        send(answers);
        return new OrderScreen(window);
    }

    TrackScreen raise(String... answers) {
        send(answers);
        return new TrackScreen(window);
    }

    private void send(String... answers) {
        form().fill(answers).send();
        if (window.shows(".fault")) {
            throw new AssertionError(address + " was refused: " + new FormFaults(window).reasons());
        }
    }
}
