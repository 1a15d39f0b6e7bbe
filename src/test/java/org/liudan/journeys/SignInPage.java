package org.liudan.journeys;

/** Where officers come in. */
record SignInPage(Window window) {

    static SignInPage open(Window window) {
        window.open("/sign-in");
        return new SignInPage(window);
    }

    void enter(String account, String password) {
        new Form(window, window.page().locator("form[action='/sign-in']"))
                .fill("account", account, "password", password)
                .send();
    }

    String fault() {
        return window.text(".fault");
    }
}
