package org.liudan.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liudan.engine.Seat;

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
public record Sight(
        String orders, String subjects, String confidential, Map<String, Object> params, List<String> marks) {

    /** Begins the mark of a unit that has a part in a subject, and the area of what it has a part in; no field or region can be called so. */
    public static final String UNIT = "@";

    private static final String SECRET = "o.confidential and exists (select from order_reader r"
            + " where r.district_id = :sight_district and r.order_id = o.id"
            + " and r.unit = :sight_unit and r.post = :sight_post)";
    private static final String PART = "o.units @> array[:sight]::text[]";
    private static final String MARKED = "o.marks @> array['" + UNIT + "' || :sight]";
    private static final Sight NOTHING = new Sight("false", "false", "false", Map.of(), List.of());

    public static Sight of(Viewer viewer, Directory directory) {
        return of(viewer.seat(), directory);
    }

    public static Sight of(Seat seat, Directory directory) {
        return unit(seat, directory).map(unit -> of(unit, seat, directory)).orElse(NOTHING);
    }

    /** The unit of a post that sees something; empty when it has ended, and for those who run the system. */
    public static Optional<Unit> unit(Seat seat, Directory directory) {
        return directory.unit(seat.unit()).filter(unit -> !unit.ended() && !Viewer.SYSTEM_POSTS.contains(seat.post()));
    }

    /**
     * The area whose orders a viewer sees, all of them and no others: the code of a street or a community, empty for the district,
     * {@link #UNIT} with its code for an office and what it has a part in.
     */
    public static Optional<String> area(Viewer viewer, Directory directory) {
        return unit(viewer.seat(), directory).flatMap(unit -> switch (unit.kind()) {
            case "leader", "supervision", "discipline" -> Optional.of("");
            case "street", "community" -> Optional.of(unit.region());
            case "department", "office" -> Optional.of(UNIT + unit.code());
            default -> Optional.empty();
        });
    }

    /** The mark of a closed order that has this value in a column, as the database makes it. */
    public static String mark(String column, Object value) {
        return column + ":" + value;
    }

    /** The marks of those of some units that see by their part. */
    public static Stream<String> marks(Stream<String> units, Directory directory) {
        return units.distinct()
                .filter(code -> directory.unit(code).filter(Sight::byPart).isPresent())
                .map(code -> UNIT + code);
    }

    /** True for a unit that sees what it has a part in, and no more. */
    private static boolean byPart(Unit unit) {
        return unit.kind().equals("department") || unit.kind().equals("office");
    }

    /** All orders that the post may see, for looking at a single one. */
    public String anyOrder() {
        return "(" + orders + ") or (" + confidential + ")";
    }

    /** All subjects that the post may see. */
    public String anySubject() {
        return "(" + subjects + ") or (" + confidential + ")";
    }

    private static Sight of(Unit unit, Seat seat, Directory directory) {
        return switch (unit.kind()) {
            case "leader", "supervision", "discipline" -> seen("true", "", List.of(), seat, directory);
            case "street", "community" -> {
                var column = unit.kind();
                yield seen(
                        "o." + column + " = :sight",
                        unit.region(),
                        List.of(mark(column, unit.region())),
                        seat,
                        directory);
            }
            case "grid", "micro-grid" -> {
                var regions = directory.allWithin(unit.region());
                var marks =
                        regions.stream().map(region -> mark("region", region)).toList();
                yield seen("o.region in (:sight)", regions, marks, seat, directory);
            }
            case "department", "office" -> seen(PART, MARKED, unit.code(), List.of(unit.code()), seat, directory);
            default -> NOTHING;
        };
    }

    private static Sight seen(String condition, Object sight, List<String> marks, Seat seat, Directory directory) {
        return seen(condition, condition, sight, marks, seat, directory);
    }

    private static Sight seen(
            String orders, String subjects, Object sight, List<String> marks, Seat seat, Directory directory) {
        return new Sight(
                "not o.confidential and " + orders,
                "not o.confidential and " + subjects,
                SECRET,
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
