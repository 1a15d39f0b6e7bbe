package org.liudan.faults;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.liudan.orders.Verification;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is found after a kill: whether all that was acknowledged is there, once, and every order is sound. */
record Aftermath(JdbcClient jdbc, Verification verification, Consumer<Line> repeat) {

    static final String SOUND = "sound";

    private static final String THERE = """
            select count(*)
            from order_event
            where request = :request and order_id = :order and (:event = 0 or number = :event)
            """;

    /** One line that begins with {@link #SOUND} if nothing is wrong. */
    String of(List<Line> lines) {
        var acknowledged = lines.stream().filter(Line::acknowledged).toList();
        var known = acknowledged.stream().map(Line::request).collect(Collectors.toSet());
        var unanswered = lines.stream()
                .filter(line -> !line.acknowledged() && !known.contains(line.request()))
                .toList();
        long missing = acknowledged.stream().filter(line -> count(line) != 1).count();
        long there = unanswered.stream().filter(line -> count(line) == 1).count();
        unanswered.forEach(repeat);
        long repeated = unanswered.stream().filter(line -> count(line) == 1).count();
        var verified = verification.verify();
        var sound = missing == 0 && repeated == unanswered.size() && verified.sound();
        return ("%s: %d acknowledged, %d of them missing or doubled; %d never answered, %d of them there, %d after being"
                        + " asked again; %d orders refolded, %d differences %s")
                .formatted(
                        sound ? SOUND : "WRONG",
                        acknowledged.size(),
                        missing,
                        unanswered.size(),
                        there,
                        repeated,
                        verified.orders(),
                        verified.found(),
                        verified.differences().stream().limit(3).toList());
    }

    private int count(Line line) {
        return jdbc.sql(THERE)
                .param("request", line.request())
                .param("order", line.order())
                .param("event", line.event())
                .query(Integer.class)
                .single();
    }
}
