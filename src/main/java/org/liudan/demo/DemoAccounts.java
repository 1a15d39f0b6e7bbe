package org.liudan.demo;

import java.util.HashMap;
import java.util.Map;
import org.liudan.engine.order.Actor.Officer;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;
import org.liudan.organisation.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts that act in the demonstration: one for each post of each unit. */
record DemoAccounts(Directory directory, Map<Seat, String> accounts) {

    private static final String ACCOUNTS = """
            select unit, post, min(account) as account
            from person_post
            where district_id = :district
            group by unit, post
            """;

    static DemoAccounts officer(Directory directory, JdbcClient jdbc) {
        var accounts = new HashMap<Seat, String>();
        jdbc.sql(ACCOUNTS).param("district", directory.district()).query(row -> {
            accounts.put(new Seat(row.getString("unit"), row.getString("post")), row.getString("account"));
        });
        return new DemoAccounts(directory, Map.copyOf(accounts));
    }

    Officer officer(Seat seat) {
        var account = accounts.get(seat);
        if (account == null) {
            throw new IllegalStateException("No account has the post " + seat);
        }
        return new Officer(seat.unit(), seat.post(), account);
    }

    /** Returns the account that holds the order. */
    Officer holder(Order order) {
        return officer(order.holder().orElseThrow());
    }

    /** Returns the account with a post in the unit that is a party of the order. */
    Officer officer(Order order, String party, String post) {
        var unit = order.parties().get(party);
        if (unit == null) {
            throw new IllegalStateException("Order " + order.id() + " has no " + party);
        }
        return officer(new Seat(unit, post));
    }

    Officer dispatcher(Order order) {
        return officer(order, "street", "dispatcher");
    }

    Officer community(Order order) {
        return officer(order, "community", "clerk");
    }

    Officer department(Order order) {
        return officer(order, "department", "handler");
    }

    /** Returns the leader attached to the order's community, or the supervision office if there is none. */
    Officer leader(Order order) {
        return order.parties().containsKey("leader")
                ? officer(order, "leader", "leader")
                : officer(order, "supervision", "inspector");
    }
}
