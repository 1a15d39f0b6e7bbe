package org.liudan.demo;

import java.util.HashMap;
import java.util.Map;
import org.liudan.engine.order.Actor.Officer;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;
import org.liudan.organisation.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who there is to act: an account for each post of each unit. */
record Cast(Directory directory, Map<Seat, String> accounts) {

    private static final String ACCOUNTS = """
            select unit, post, min(account) as account
            from person_post
            where district_id = :district
            group by unit, post
            """;

    static Cast of(Directory directory, JdbcClient jdbc) {
        var accounts = new HashMap<Seat, String>();
        jdbc.sql(ACCOUNTS).param("district", directory.district()).query(row -> {
            accounts.put(new Seat(row.getString("unit"), row.getString("post")), row.getString("account"));
        });
        return new Cast(directory, Map.copyOf(accounts));
    }

    Officer in(Seat seat) {
        var account = accounts.get(seat);
        if (account == null) {
            throw new IllegalStateException("Nobody sits in " + seat);
        }
        return new Officer(seat.unit(), seat.post(), account);
    }

    /** Whoever holds the order. */
    Officer holder(Order order) {
        return in(order.holder().orElseThrow());
    }

    Officer of(Order order, String party, String post) {
        var unit = order.parties().get(party);
        if (unit == null) {
            throw new IllegalStateException("Order " + order.id() + " has no " + party);
        }
        return in(new Seat(unit, post));
    }

    Officer dispatcher(Order order) {
        return of(order, "street", "dispatcher");
    }

    Officer community(Order order) {
        return of(order, "community", "clerk");
    }

    Officer department(Order order) {
        return of(order, "department", "handler");
    }

    /** The leader attached to the order's community, or the supervision office where there is none. */
    Officer leader(Order order) {
        return order.parties().containsKey("leader")
                ? of(order, "leader", "leader")
                : of(order, "supervision", "inspector");
    }
}
