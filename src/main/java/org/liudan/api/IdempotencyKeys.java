package org.liudan.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.order.Order;
import org.liudan.identity.Viewer;
import org.liudan.organisation.Directories;
import org.liudan.web.PageContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Names the requests of programs by their {@code Idempotency-Key}, each program's apart from those of all others, so that
 * sending one again does nothing twice.
 */
@Component
class IdempotencyKeys {

    static final String HEADER = "Idempotency-Key";

    private static final String ACTION_OF_REQUEST = """
            select action
            from order_event
            where district_id = :district and order_id = :order and request = :request
            """;

    private final JdbcClient jdbc;
    private final Directories directories;

    IdempotencyKeys(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    /** What the order desk knows a request by; one without a key is done as often as it is sent. */
    String requestName(Viewer viewer, @Nullable String key, PageContext screen) {
        if (key == null) {
            return UUID.randomUUID().toString();
        }
        if (!key.matches("[!-~]{1,200}")) {
            throw ApiRefusal.invalidField(HEADER, screen.t("problem.field.key"));
        }
        return viewer.account() + ":" + key;
    }

    /** A key that was used for another action on the order is refused, whatever was done under it. */
    void checkSameAction(Order order, String request, String action, PageContext screen) {
        var done = jdbc.sql(ACTION_OF_REQUEST)
                .param("district", directories.district())
                .param("order", order.id())
                .param("request", request)
                .query(String.class)
                .single();
        if (!done.equals(action)) {
            throw ApiRefusal.of(422, screen.t("reason.request-used"));
        }
    }
}
