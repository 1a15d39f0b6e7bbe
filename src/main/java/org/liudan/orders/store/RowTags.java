package org.liudan.orders.store;

import java.util.stream.Stream;
import org.liudan.organisation.Directory;
import org.liudan.organisation.Unit;

/** The tags by which rows of orders and subjects are found; the database has an index over them. */
public final class RowTags {

    /** The prefix of a tag for a unit that has a part in an order or subject. No field or region can have this name. */
    public static final String UNIT = "@";

    private RowTags() {}

    /** The tag of a closed order with this value in a column. The database generates the same text. */
    public static String of(String column, Object value) {
        return column + ":" + value;
    }

    /** The tags of the units that see an order because they have a part in it. */
    public static Stream<String> ofUnits(Stream<String> units, Directory directory) {
        return units.distinct()
                .filter(code -> directory.unit(code).filter(RowTags::seesByPart).isPresent())
                .map(code -> UNIT + code);
    }

    /** True for a unit that sees only what it has a part in. */
    private static boolean seesByPart(Unit unit) {
        return unit.kind().equals("department") || unit.kind().equals("office");
    }
}
