package org.liudan.orders.store;

import java.util.stream.Stream;
import org.liudan.organisation.Directory;
import org.liudan.organisation.Unit;

/** The tags by which rows of orders and subjects are found, as the database indexes them. */
public final class RowTags {

    /** Begins the tag of a unit that has a part in an order or subject; no field or region can be called so. */
    public static final String UNIT = "@";

    private RowTags() {}

    /** The tag of a closed order that has this value in a column, as the database makes it. */
    public static String of(String column, Object value) {
        return column + ":" + value;
    }

    /** The tags of those of some units that see by their part. */
    public static Stream<String> ofUnits(Stream<String> units, Directory directory) {
        return units.distinct()
                .filter(code -> directory.unit(code).filter(RowTags::seesByPart).isPresent())
                .map(code -> UNIT + code);
    }

    /** True for a unit that sees what it has a part in, and no more. */
    private static boolean seesByPart(Unit unit) {
        return unit.kind().equals("department") || unit.kind().equals("office");
    }
}
