package org.liudan.orders.access;

import java.util.Optional;
import org.liudan.orders.store.TrackingCode;
import org.liudan.organisation.Directories;
import org.liudan.privacy.Seals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds orders by their tracking codes, and the tracking codes of orders. */
@Component
public class TrackingCodes {

    private static final String FIND = """
            select order_id
            from order_tracking
            where district_id = :district and tracking = :tracking
            """;

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Seals seals;

    TrackingCodes(JdbcClient jdbc, Directories directories, Seals seals) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.seals = seals;
    }

    /** The code of an order; it does not check that the order exists. */
    public TrackingCode of(long order) {
        return TrackingCode.of(directories.district(), order, seals);
    }

    /** The id of the order with a code; empty if there is none. */
    public Optional<Long> find(TrackingCode code) {
        return jdbc.sql(FIND)
                .param("district", directories.district())
                .param("tracking", code.key(seals))
                .query(Long.class)
                .optional();
    }
}
