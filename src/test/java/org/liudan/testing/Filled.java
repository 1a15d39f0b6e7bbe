package org.liudan.testing;

import java.util.stream.Stream;

/**
 * The answers for entering a subject into a register: field, value, field, value. A test gives only the answers that matter to it;
 * they come last and override the defaults.
 */
public final class Filled {

    private static final Object[] HOUSEHOLD = {
        "title", "渔民甲", "helper", "网格员一", "people", 4, "employment", "farming", "insurance", "resident"
    };
    private static final Object[] HOUSE = {
        "title",
        "户主甲",
        "place",
        "沿河路8号",
        "keeper",
        "网格员一",
        "structure",
        "brick-concrete",
        "storeys",
        3,
        "built",
        1998,
        "area",
        260,
        "use",
        "home",
        "key",
        false,
        "rented",
        false,
        "crowd",
        false,
        "slope",
        false,
        "danger",
        "a",
        "findings",
        "外墙裂缝"
    };
    private static final Object[] SLOPE = {
        "title",
        "村部后山滑坡",
        "place",
        "村部后山",
        "kind",
        "landslide",
        "scale",
        "small",
        "households",
        12,
        "people",
        38,
        "responsible",
        "村主干甲",
        "watcher",
        "监测员甲",
        "phone",
        "13800000001"
    };

    private Filled() {}

    /** A household of fishermen. */
    public static Object[] household(String code, String region, Object... more) {
        return withDefaults(HOUSEHOLD, code, region, more);
    }

    /** A safe building with residents. */
    public static Object[] house(String code, String region, Object... more) {
        return withDefaults(HOUSE, code, region, more);
    }

    /** A slope that may slide. */
    public static Object[] slope(String code, String region, Object... more) {
        return withDefaults(SLOPE, code, region, more);
    }

    private static Object[] withDefaults(Object[] defaults, String code, String region, Object... more) {
        return Stream.of(defaults, new Object[] {"code", code, "region", region}, more)
                .flatMap(Stream::of)
                .toArray();
    }
}
