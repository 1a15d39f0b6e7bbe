package org.liudan.people;

import java.util.Map;

/**
 * Which orders a post may see, as a condition on a table {@code orders o}. This is the only place that says so: a
 * street sees what lies in it, a community likewise, a department and a street's office what they have a part in, a
 * district leader and the offices of supervision the district. Those who run the system see no order.
 *
 * @param condition SQL with the named parameters of {@code params}
 */
public record Sight(String condition, Map<String, Object> params) {

    private static final Sight NOTHING = new Sight("false", Map.of());

    public static Sight of(Viewer viewer, Directory directory) {
        if (!viewer.handlesOrders()) {
            return NOTHING;
        }
        return directory
                .unit(viewer.seat().unit())
                .filter(unit -> !unit.ended())
                .map(Sight::of)
                .orElse(NOTHING);
    }

    private static Sight of(Unit unit) {
        return switch (unit.kind()) {
            case "leader", "supervision", "discipline" -> new Sight("true", Map.of());
            case "street" -> new Sight("o.street = :sight", Map.of("sight", unit.region()));
            case "community" -> new Sight("o.community = :sight", Map.of("sight", unit.region()));
            case "department", "office" ->
                new Sight(
                        "exists (select from order_party p where p.district_id = o.district_id"
                                + " and p.order_id = o.id and p.unit = :sight)",
                        Map.of("sight", unit.code()));
            default -> NOTHING;
        };
    }
}
