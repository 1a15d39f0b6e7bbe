package org.liudan.testing;

import java.util.stream.Stream;

/**
 * What is filled in when something is entered on a register, as field, value, field, value. A test says only what it is
 * about; what it says comes last and so counts.
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
        return filled(HOUSEHOLD, code, region, more);
    }

    /** A building that is safe and lived in. */
    public static Object[] house(String code, String region, Object... more) {
        return filled(HOUSE, code, region, more);
    }

    /** A slope that may slide. */
    public static Object[] slope(String code, String region, Object... more) {
        return filled(SLOPE, code, region, more);
    }

    private static Object[] filled(Object[] usual, String code, String region, Object... more) {
        return Stream.of(usual, new Object[] {"code", code, "region", region}, more)
                .flatMap(Stream::of)
                .toArray();
    }
}
