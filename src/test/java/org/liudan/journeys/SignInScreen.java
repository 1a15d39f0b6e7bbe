package org.liudan.journeys;

/** The page on which officers sign in. */
record SignInScreen(Window window) {

    static SignInScreen open(Window window) {
        window.open("/sign-in");
        return new SignInScreen(window);
    }

    void enter(String account, String password) {
        new FormScreen(window, window.page().locator("form[action='/sign-in']"))
                .fill("account", account, "password", password)
                .send();
    }

    String fault() {
        return window.text(".fault");
    }
}
