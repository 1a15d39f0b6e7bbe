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
 * Turns the {@code Idempotency-Key} of a request into a request name, so that a request that is sent again is done only
 * once. Each program has keys of its own.
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

    /**
     * The request name for the order desk. A request without a key gets a random name and is done each time it is sent.
     *
     * @throws ApiRefusal if the key is not 1 to 200 visible ASCII characters
     */
    String requestName(Viewer viewer, @Nullable String key, PageContext context) {
        if (key == null) {
            return UUID.randomUUID().toString();
        }
        if (!key.matches("[!-~]{1,200}")) {
            throw ApiRefusal.invalidField(HEADER, context.t("problem.field.key"));
        }
        return viewer.account() + ":" + key;
    }

    /**
     * Checks that the earlier request of this name took the same action on the order.
     *
     * @throws ApiRefusal if the key was used for another action on the order
     */
    void checkSameAction(Order order, String request, String action, PageContext context) {
        var earlier = jdbc.sql(ACTION_OF_REQUEST)
                .param("district", directories.district())
                .param("order", order.id())
                .param("request", request)
                .query(String.class)
                .single();
        if (!earlier.equals(action)) {
            throw ApiRefusal.of(422, context.t("reason.request-used"));
        }
    }
}
