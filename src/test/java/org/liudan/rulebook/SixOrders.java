package org.liudan.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.liudan.engine.method.Method;

/** The shipped file of the main method. */
public final class SixOrders {

    static final Set<String> POSTS = RulebookLists.posts().keySet();

    private SixOrders() {}

    public static String text() {
        try (var file = SixOrders.class.getResourceAsStream("/rulebook/methods/six-orders.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static Method method() {
        var reading = MethodReader.read("six-orders.yaml", text(), POSTS);
        return reading.method().orElseThrow(() -> new RulebookFaults(reading.faults()));
    }
}
