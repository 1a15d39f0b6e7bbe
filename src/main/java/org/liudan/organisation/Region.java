package org.liudan.organisation;

import java.util.List;

/**
 * A place in the administrative division, or a grid below it.
 *
 * @param code the official code: 6 digits for a county, 9 for a street or township, 12 for a community or village; grids
 *     have codes that the district chose
 * @param level {@code province}, {@code city}, {@code county}, {@code street}, {@code community}, {@code grid} (网格) or
 *     {@code micro-grid} (小区、楼栋微网格)
 * @param parent the code of the region above; empty at the top
 * @param ended true for a grid that was dissolved
 */
public record Region(String code, String name, String level, String parent, boolean ended) {

    /** The levels, from the highest to the lowest. */
    public static final List<String> LEVELS =
            List.of("province", "city", "county", "street", "community", "grid", "micro-grid");

    /** The levels of regions that an order can name. */
    static final List<String> LOCAL = List.of("street", "community", "grid", "micro-grid");

    /** The levels into which a district may divide its communities. */
    public static final List<String> GRIDS = List.of("grid", "micro-grid");

    /** True for a grid or micro-grid. */
    public boolean grid() {
        return GRIDS.contains(level);
    }
}
