package org.liudan.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Geolocation;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liudan.engine.order.Order;
import org.liudan.orders.access.TrackingCodes;
import org.liudan.orders.store.OrderNumber;
import org.liudan.testing.District;
import org.springframework.context.ApplicationContext;

/** The people of one journey, each with their own window. */
final class Town {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The sessions of officers by address and account, so that each officer signs in once. */
    private static final Map<String, String> SESSIONS = new HashMap<>();

    private final Browser browser;
    private final ApplicationContext application;
    private final String address;
    private final List<Window> windows = new ArrayList<>();
    private final List<FaultyNetwork> networks = new ArrayList<>();

    Town(Browser browser, ApplicationContext application) {
        this.browser = browser;
        this.application = application;
        this.address = "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Opens a window without an account. */
    Window resident() {
        return window(new Browser.NewContextOptions());
    }

    /** Opens a window without JavaScript. */
    Window residentWithoutScript() {
        return window(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    /** Opens a window with an account, signed in and on the desk. */
    Window officer(String account) {
        var key = address + " " + account;
        var session = SESSIONS.get(key);
        if (session != null) {
            var window = window(new Browser.NewContextOptions().setStorageState(session));
            window.open("/desk");
            return window;
        }
        var window = window(new Browser.NewContextOptions());
        SignInScreen.open(window).enter(account, District.PASSWORD);
        SESSIONS.put(key, window.page().context().storageState());
        return window;
    }

    /** Opens a phone with an account, its own network, and a known position. */
    Phone phone(String account) {
        var network =
                new FaultyNetwork(application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        networks.add(network);
        var window = window(
                new Browser.NewContextOptions()
                        .setPermissions(List.of("geolocation"))
                        .setGeolocation(new Geolocation(27.1101, 109.9901).setAccuracy(12)),
                network.address());
        SignInScreen.open(window).enter(account, District.PASSWORD);
        return new Phone(window, network);
    }

    /** Opens the page of an order with an account. */
    OrderScreen order(String account, Order order) {
        return OrderScreen.open(officer(account), numberOf(order));
    }

    /** Opens the page on which a resident follows an order. */
    TrackScreen track(Order order) {
        return TrackScreen.open(resident(), codeOf(order));
    }

    String numberOf(Order order) {
        return OrderNumber.of(order.id(), order.raisedAt(), ZONE).text();
    }

    String codeOf(Order order) {
        return application.getBean(TrackingCodes.class).of(order.id()).toString();
    }

    void photographFailure(String test) {
        for (int at = 0; at < windows.size(); at++) {
            windows.get(at).photograph("failed-" + test + "-" + at);
        }
    }

    /** Closes all windows and returns the faults that they found. */
    List<String> close() {
        windows.stream().map(window -> window.page().context()).distinct().forEach(BrowserContext::close);
        networks.forEach(FaultyNetwork::close);
        return windows.stream().flatMap(window -> window.faults().stream()).toList();
    }

    private Window window(Browser.NewContextOptions options) {
        return window(options, address);
    }

    private Window window(Browser.NewContextOptions options, String base) {
        var context = browser.newContext(options.setBaseURL(base)
                .setLocale("zh-CN")
                .setTimezoneId(ZONE.getId())
                .setViewportSize(Window.WIDE, Window.HIGH));
        context.setDefaultTimeout(20_000);
        var window = Window.of(context.newPage(), !Boolean.FALSE.equals(options.javaScriptEnabled));
        windows.add(window);
        return window;
    }
}
