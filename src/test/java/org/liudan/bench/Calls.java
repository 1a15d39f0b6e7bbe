package org.liudan.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.liudan.testing.ApiLife;
import org.liudan.testing.Clients;

/**
 * Programs that live the {@link ApiLife} of one order after the other, and how fast. They ask for no more than to be told
 * that it is done, or for the order as it then stands with all that may be done next.
 */
final class Calls {

    private final int port;
    private final String preference;
    private final Map<String, String> tokens;
    private final AtomicLong spent = new AtomicLong();

    /** @param minimal true to be told only that it is done, false for the whole order */
    Calls(int port, boolean minimal) {
        this.port = port;
        this.preference = minimal ? "Prefer: return=minimal\r\n" : "";
        this.tokens = ApiLife.tokens(port);
    }

    double perSecond(int clients, int seconds) throws Exception {
        var wires = new BenchWire[clients];
        try {
            for (int client = 0; client < clients; client++) {
                wires[client] = new BenchWire(port);
            }
            return Clients.perSecond(clients, seconds, client -> () -> live(wires[client]));
        } finally {
            for (var wire : wires) {
                if (wire != null) {
                    wire.close();
                }
            }
        }
    }

    /** Seconds of processor that the asking itself has cost so far. */
    double asking() {
        return spent.get() / 1e9;
    }

    private void live(BenchWire wire) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        var raised = done(wire.post("/api/v1/orders", tokens.get(ApiLife.CLERK), preference, ApiLife.REGISTER));
        var place = raised.headers().get("location");
        for (var call : ApiLife.THEN) {
            done(wire.post(place + "/actions/" + call.action(), tokens.get(call.seat()), preference, call.answers()));
        }
        spent.addAndGet(threads.getCurrentThreadCpuTime() - before);
    }

    private static BenchWire.Answer done(BenchWire.Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return answer;
    }
}
