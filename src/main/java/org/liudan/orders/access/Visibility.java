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
 * Which orders and subjects a post may see, as conditions on a table {@code o}. This is the only place that says so: a street
 * sees what lies in it, a community and a grid likewise, a department and a street's office what they have a part in, a district
 * leader and the offices of supervision the district. Confidential orders are seen by the posts that they name, in lists
 * of their own. Those who run the system see no order.
 *
 * @param orders the orders that are not confidential, in SQL with the named parameters of {@code params}
 * @param subjects the subjects that are not; they carry the units that have a part in them as marks, because nearly all of
 *     a register may be an office's, or nearly none, and the database knows how common a mark is
 * @param confidential the orders and subjects that are
 * @param marks one of these marks each closed order has that is among {@code orders}, as the database indexes them; empty where
 *     all orders are
 */
public record Visibility(
        String orders, String subjects, String confidential, Map<String, Object> params, List<String> marks) {

    private static final String CONFIDENTIAL = "o.confidential and exists (select from order_reader r"
            + " where r.district_id = :sight_district and r.order_id = o.id"
            + " and r.unit = :sight_unit and r.post = :sight_post)";
    private static final String HAS_PART = "o.units @> array[:sight]::text[]";
    private static final String HAS_TAG = "o.tags @> array['" + RowTags.UNIT + "' || :sight]";
    private static final Visibility NOTHING = new Visibility("false", "false", "false", Map.of(), List.of());

    public static Visibility of(Viewer viewer, Directory directory) {
        return of(viewer.seat(), directory);
    }

    public static Visibility of(Seat seat, Directory directory) {
        return unit(seat, directory).map(unit -> of(unit, seat, directory)).orElse(NOTHING);
    }

    /** The unit of a post that sees something; empty when it has ended, and for those who run the system. */
    public static Optional<Unit> unit(Seat seat, Directory directory) {
        return directory
                .unit(seat.unit())
                .filter(unit -> !unit.ended() && !PostRules.SYSTEM_POSTS.contains(seat.post()));
    }

    /**
     * The area whose orders a viewer sees, all of them and no others: the code of a street or a community, empty for the district,
     * {@link RowTags#UNIT} with its code for an office and what it has a part in.
     */
    public static Optional<String> area(Viewer viewer, Directory directory) {
        return unit(viewer.seat(), directory).flatMap(unit -> switch (unit.kind()) {
            case "leader", "supervision", "discipline" -> Optional.of("");
            case "street", "community" -> Optional.of(unit.region());
            case "department", "office" -> Optional.of(RowTags.UNIT + unit.code());
            default -> Optional.empty();
        });
    }

    /** All orders that the post may see, for looking at a single one. */
    public String anyOrder() {
        return "(" + orders + ") or (" + confidential + ")";
    }

    /** All subjects that the post may see. */
    public String anySubject() {
        return "(" + subjects + ") or (" + confidential + ")";
    }

    private static Visibility of(Unit unit, Seat seat, Directory directory) {
        return switch (unit.kind()) {
            case "leader", "supervision", "discipline" -> visibleIf("true", "", List.of(), seat, directory);
            case "street", "community" -> {
                var column = unit.kind();
                yield visibleIf(
                        "o." + column + " = :sight",
                        unit.region(),
                        List.of(RowTags.of(column, unit.region())),
                        seat,
                        directory);
            }
            case "grid", "micro-grid" -> {
                var regions = directory.allWithin(unit.region());
                var marks = regions.stream()
                        .map(region -> RowTags.of("region", region))
                        .toList();
                yield visibleIf("o.region in (:sight)", regions, marks, seat, directory);
            }
            case "department", "office" ->
                visibleIf(HAS_PART, HAS_TAG, unit.code(), List.of(unit.code()), seat, directory);
            default -> NOTHING;
        };
    }

    private static Visibility visibleIf(
            String condition, Object sight, List<String> marks, Seat seat, Directory directory) {
        return visibleIf(condition, condition, sight, marks, seat, directory);
    }

    private static Visibility visibleIf(
            String orders, String subjects, Object sight, List<String> marks, Seat seat, Directory directory) {
        return new Visibility(
                "not o.confidential and " + orders,
                "not o.confidential and " + subjects,
                CONFIDENTIAL,
                Map.of(
                        "sight_district",
                        directory.district(),
                        "sight",
                        sight,
                        "sight_unit",
                        seat.unit(),
                        "sight_post",
                        seat.post()),
                marks);
    }
}
