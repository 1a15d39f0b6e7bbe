package org.liudan.orders.access;

import java.util.Optional;
import org.liudan.orders.store.TrackingCode;
import org.liudan.organisation.Directories;
import org.liudan.privacy.Seals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds orders by the codes that residents hold, and the codes of orders. */
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

    public TrackingCode of(long order) {
        return TrackingCode.of(directories.district(), order, seals);
    }

    /** The id of the order that a code belongs to. */
    public Optional<Long> find(TrackingCode code) {
        return jdbc.sql(FIND)
                .param("district", directories.district())
                .param("tracking", code.key(seals))
                .query(Long.class)
                .optional();
    }
}
