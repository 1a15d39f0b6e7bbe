package org.liudan.patrols;

import static org.liudan.testing.District.COMMUNITY;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.Browser;
import org.liudan.testing.Play;

/**
 * Subjects to visit, and the phone of a clerk that sends visits to them.
 *
 * @param port the port of the server under test
 */
record PatrolScene(Play play, int port) {

    static final Actor CLERK = Play.officer(COMMUNITY + ".clerk");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    Browser clerk() {
        return new Browser(port).as("community");
    }

    /** Returns a number that no other subject of the tests has. */
    static int nextNumber() {
        return NUMBERS.incrementAndGet();
    }

    Order plan(String title, String region) {
        return play.raises(
                "patrols",
                Play.officer(region + ".clerk"),
                "enter",
                "code",
                "LX-" + nextNumber(),
                "title",
                title,
                "kind",
                "safety",
                "region",
                region,
                "route",
                "配电房",
                "keeper",
                "网格员甲",
                "often",
                "half-month");
    }

    void household(String title) {
        play.raises(
                "fishermen",
                CLERK,
                "enter",
                "code",
                "YM-" + nextNumber(),
                "title",
                title,
                "region",
                COMMUNITY,
                "helper",
                "网格员丙",
                "people",
                4,
                "employment",
                "farming",
                "insurance",
                "resident",
                "phone",
                "13800001234");
    }

    Browser.Answer send(Browser browser, Order plan, String request, String seen, String... answers) {
        var parts = new ArrayList<>(List.of(
                "account",
                "community",
                "seat",
                COMMUNITY + "/clerk",
                "request",
                request,
                "number",
                play.number(plan),
                "action",
                "patrol",
                "seen",
                seen,
                "stops",
                "配电房",
                "looked-at",
                "fire"));
        parts.addAll(List.of(answers));
        return browser.post("/patrol/visits", parts.toArray(String[]::new));
    }

    static String seen(String step) {
        return "{\"step\":\"" + step + "\",\"values\":{}}";
    }
}
