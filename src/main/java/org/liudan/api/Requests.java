package org.liudan.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.Order;
import org.liudan.kit.Screen;
import org.liudan.people.Directories;
import org.liudan.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Names the requests of programs by their {@code Idempotency-Key}, each program's apart from those of all others, so that
 * sending one again does nothing twice.
 */
@Component
class Requests {

    static final String HEADER = "Idempotency-Key";

    private static final String DONE = """
            select action
            from order_event
            where district_id = :district and order_id = :order and request = :request
            """;

    private final JdbcClient jdbc;
    private final Directories directories;

    Requests(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    /** What the order desk knows a request by; one without a key is done as often as it is sent. */
    String name(Viewer viewer, @Nullable String key, Screen screen) {
        if (key == null) {
            return UUID.randomUUID().toString();
        }
        if (!key.matches("[!-~]{1,200}")) {
            throw Refusal.wrong(HEADER, screen.t("problem.field.key"));
        }
        return viewer.account() + ":" + key;
    }

    /** A key that was used for another action on the order is refused, whatever was done under it. */
    void same(Order order, String request, String action, Screen screen) {
        var done = jdbc.sql(DONE)
                .param("district", directories.district())
                .param("order", order.id())
                .param("request", request)
                .query(String.class)
                .single();
        if (!done.equals(action)) {
            throw Refusal.of(422, screen.t("reason.request-used"));
        }
    }
}
