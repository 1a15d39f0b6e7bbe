package org.liudan.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liudan.orders.wording.LabelledValue;

/**
 * A unit: who works there, which orders it holds, and the written notices it was served.
 *
 * @param leader the leader's office to which it is attached; empty if there is none
 * @param held how many orders it holds, among those that the reader may see
 */
public record UnitPage(
        String code,
        String name,
        String leader,
        List<StaffedPost> posts,
        List<HeldOrders> held,
        List<ServedNotice> served) {

    /** The people of one post. */
    public record StaffedPost(String name, List<String> people) {}

    /**
     * How many open orders it holds.
     *
     * @param light {@code red}, {@code amber} or {@code green}; empty for all
     * @param address the address of the list of these orders
     */
    public record HeldOrders(String light, int count, String address) {}

    /**
     * A written notice.
     *
     * @param kind the name of its method
     * @param outcome its outcome so far
     */
    public record ServedNotice(
            String number,
            String title,
            String kind,
            Instant at,
            String status,
            Optional<Instant> closedAt,
            List<LabelledValue> outcome) {}
}
