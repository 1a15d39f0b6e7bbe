package org.liudan.journeys;

/** Where an order of any method is raised, by an officer or by a resident. */
record StartPage(Window window, String address) {

    /** For an officer. */
    static StartPage of(Window window, String method, String action) {
        return open(window, "/orders/new/" + method + "/" + action);
    }

    /** For a resident. */
    static StartPage open(Window window, String address) {
        window.open(address);
        return new StartPage(window, address);
    }

    Form form() {
        return new Form(window, window.page().locator("form[action='" + address + "']"));
    }

    OrderPage register(String... answers) {
        send(answers);
        return new OrderPage(window);
    }

    TrackPage raise(String... answers) {
        send(answers);
        return new TrackPage(window);
    }

    private void send(String... answers) {
        form().fill(answers).send();
        if (window.shows(".fault")) {
            throw new AssertionError(address + " was refused: " + new Faults(window).reasons());
        }
    }
}
