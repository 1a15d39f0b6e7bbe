package org.liudan.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liudan.orders.wording.LabelledValue;

/**
 * A unit: who works there, what it holds now, and what was served on it in writing.
 *
 * @param leader who it is attached to; empty for nobody
 * @param held what it holds, of that which the reader may see
 */
public record UnitPage(
        String code, String name, String leader, List<StaffedPost> posts, List<HeldOrders> held, List<ServedNotice> served) {

    /** The people of one post. */
    public record StaffedPost(String name, List<String> people) {}

    /**
     * How many orders it holds.
     *
     * @param light {@code red}, {@code amber} or {@code green}; empty for all
     */
    public record HeldOrders(String light, int count, String address) {}

    /**
     * A notice in writing.
     *
     * @param outcome what became of it so far
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
