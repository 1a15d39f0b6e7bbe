package org.liudan.people;

import java.util.Map;
import org.liudan.engine.Seat;

/**
 * Which orders a post may see, as conditions on a table {@code orders o}. This is the only place that says so: a street
 * sees what lies in it, a community and a grid likewise, a department and a street's office what they have a part in, a district
 * leader and the offices of supervision the district. Confidential orders are seen by the posts that they name, in lists
 * of their own. Those who run the system see no order.
 *
 * @param condition the orders that are not confidential, in SQL with the named parameters of {@code params}
 * @param confidential those that are
 */
public record Sight(String condition, String confidential, Map<String, Object> params) {

    private static final String SECRET = "o.confidential and exists (select from order_reader r"
            + " where r.district_id = o.district_id and r.order_id = o.id"
            + " and r.unit = :sight_unit and r.post = :sight_post)";
    private static final Sight NOTHING = new Sight("false", "false", Map.of());

    public static Sight of(Viewer viewer, Directory directory) {
        return of(viewer.seat(), directory);
    }

    public static Sight of(Seat seat, Directory directory) {
        if (Viewer.SYSTEM_POSTS.contains(seat.post())) {
            return NOTHING;
        }
        return directory
                .unit(seat.unit())
                .filter(unit -> !unit.ended())
                .map(unit -> of(unit, seat, directory))
                .orElse(NOTHING);
    }

    /** All orders that the post may see, for looking at a single one. */
    public String any() {
        return "(" + condition + ") or (" + confidential + ")";
    }

    private static Sight of(Unit unit, Seat seat, Directory directory) {
        return switch (unit.kind()) {
            case "leader", "supervision", "discipline" -> seen("true", "", seat);
            case "street" -> seen("o.street = :sight", unit.region(), seat);
            case "community" -> seen("o.community = :sight", unit.region(), seat);
            case "grid", "micro-grid" -> seen("o.region in (:sight)", directory.allWithin(unit.region()), seat);
            case "department", "office" ->
                seen(
                        "exists (select from order_party p where p.district_id = o.district_id"
                                + " and p.order_id = o.id and p.unit = :sight)",
                        unit.code(),
                        seat);
            default -> NOTHING;
        };
    }

    private static Sight seen(String condition, Object sight, Seat seat) {
        return new Sight(
                "not o.confidential and " + condition,
                SECRET,
                Map.of("sight", sight, "sight_unit", seat.unit(), "sight_post", seat.post()));
    }
}
