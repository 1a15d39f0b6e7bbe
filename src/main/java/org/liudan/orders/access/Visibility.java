package org.liudan.orders.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.order.Seat;
import org.liudan.identity.Viewer;
import org.liudan.orders.store.RowTags;
import org.liudan.organisation.Directory;
import org.liudan.organisation.PostRules;
import org.liudan.organisation.Unit;

/**
 * Which orders and subjects a post may see, as SQL conditions on a table {@code o}. Only this class decides it. A street, a
 * community and a grid see what lies in them. A department and a street's office see what they have a part in. A district leader
 * and the offices of supervision see the whole district. A confidential order is seen only by the posts that it names, in lists of
 * their own. Those who run the system see no orders.
 *
 * @param orders the condition for visible orders that are not confidential, with the named parameters of {@code params}
 * @param subjects the condition for visible subjects that are not confidential. It uses tags for the units that have a part in a
 *     subject: an office may have nearly all subjects of a register, or nearly none, and the database has statistics on tags.
 * @param confidential the condition for visible confidential orders and subjects
 * @param marks tags in the index of the database: each closed order that {@code orders} matches has at least one of them; empty
 *     when all orders are visible
 */
public record Visibility(
        String orders, String subjects, String confidential, Map<String, Object> params, List<String> marks) {

    private static final String CONFIDENTIAL = "o.confidential and exists (select from order_reader r"
            + " where r.district_id = :viewer_district and r.order_id = o.id"
            + " and r.unit = :viewer_unit and r.post = :viewer_post)";
    private static final String HAS_PART = "o.units @> array[:visible]::text[]";
    private static final String HAS_TAG = "o.tags @> array['" + RowTags.UNIT + "' || :visible]";
    private static final Visibility NOTHING = new Visibility("false", "false", "false", Map.of(), List.of());

    /** What the post in which a viewer acts may see. */
    public static Visibility of(Viewer viewer, Directory directory) {
        return of(viewer.seat(), directory);
    }

    /** What the post of a seat may see. */
    public static Visibility of(Seat seat, Directory directory) {
        return unit(seat, directory).map(unit -> of(unit, seat, directory)).orElse(NOTHING);
    }

    /** The unit of a post; empty when the post sees nothing because its unit has ended or it runs the system. */
    public static Optional<Unit> unit(Seat seat, Directory directory) {
        return directory
                .unit(seat.unit())
                .filter(unit -> !unit.ended() && !PostRules.SYSTEM_POSTS.contains(seat.post()));
    }

    /**
     * The area that contains exactly the orders that a viewer sees: the code of a street or a community, an empty text for the
     * district, {@link RowTags#UNIT} and the code of a department or office for the orders in which it has a part.
     *
     * @return empty for a viewer who sees no such area, as for a grid
     */
    public static Optional<String> area(Viewer viewer, Directory directory) {
        return unit(viewer.seat(), directory).flatMap(unit -> switch (unit.kind()) {
            case "leader", "supervision", "discipline" -> Optional.of("");
            case "street", "community" -> Optional.of(unit.region());
            case "department", "office" -> Optional.of(RowTags.UNIT + unit.code());
            default -> Optional.empty();
        });
    }

    /** The condition for all orders that the post may see, confidential or not; for queries of single orders. */
    public String anyOrder() {
        return "(" + orders + ") or (" + confidential + ")";
    }

    /** The condition for all subjects that the post may see, confidential or not. */
    public String anySubject() {
        return "(" + subjects + ") or (" + confidential + ")";
    }

    private static Visibility of(Unit unit, Seat seat, Directory directory) {
        return switch (unit.kind()) {
            case "leader", "supervision", "discipline" -> visibleIf("true", "", List.of(), seat, directory);
            case "street", "community" -> {
                var column = unit.kind();
                yield visibleIf(
                        "o." + column + " = :visible",
                        unit.region(),
                        List.of(RowTags.of(column, unit.region())),
                        seat,
                        directory);
            }
            case "grid", "micro-grid" -> {
                var regions = directory.allWithin(unit.region());
                var tags = regions.stream()
                        .map(region -> RowTags.of("region", region))
                        .toList();
                yield visibleIf("o.region in (:visible)", regions, tags, seat, directory);
            }
            case "department", "office" ->
                visibleIf(HAS_PART, HAS_TAG, unit.code(), List.of(unit.code()), seat, directory);
            default -> NOTHING;
        };
    }

    private static Visibility visibleIf(
            String condition, Object visible, List<String> tags, Seat seat, Directory directory) {
        return visibleIf(condition, condition, visible, tags, seat, directory);
    }

    private static Visibility visibleIf(
            String orders, String subjects, Object visible, List<String> tags, Seat seat, Directory directory) {
        return new Visibility(
                "not o.confidential and " + orders,
                "not o.confidential and " + subjects,
                CONFIDENTIAL,
                Map.of(
                        "viewer_district",
                        directory.district(),
                        "visible",
                        visible,
                        "viewer_unit",
                        seat.unit(),
                        "viewer_post",
                        seat.post()),
                tags);
    }
}
