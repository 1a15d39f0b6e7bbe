package org.liudan.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lanes beside the columns, in which arrows run up and down. Arrows to one box share a lane, others never touch. */
final class Lanes {

    /** So far from a box is the nearest lane, so that the head of an arrow has room. */
    static final int EDGE = 12;

    private static final int APART = 5;

    /**
     * A bundle of arrows with one end.
     *
     * @param gutter the space before the column of that number, or after the last
     * @param back true when it leads to an earlier step
     * @param over true where it runs on over the top to another gutter
     */
    record Bundle(int gutter, String to, boolean back, boolean over) {}

    private record VerticalSpan(int from, int to) {

        boolean touches(VerticalSpan other) {
            return from - APART <= other.to && other.from - APART <= to;
        }
    }

    private final Map<Bundle, VerticalSpan> spans = new HashMap<>();
    private final Map<Bundle, Integer> lanes = new HashMap<>();
    private final Map<Integer, Integer> counts = new HashMap<>();

    void add(Bundle bundle, int from, int to) {
        var span = new VerticalSpan(Math.min(from, to), Math.max(from, to));
        spans.merge(bundle, span, (one, other) -> new VerticalSpan(Math.min(one.from, other.from), Math.max(one.to, other.to)));
    }

    /** Gives every bundle its lane, the short ones next to the boxes. */
    void assignLanes() {
        var taken = new HashMap<Integer, List<List<VerticalSpan>>>();
        spans.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Bundle, VerticalSpan>>comparingInt(one -> one.getValue().to - one.getValue().from)
                        .thenComparing(one -> one.getKey().toString()))
                .forEach(one -> {
                    var gutter = taken.computeIfAbsent(one.getKey().gutter(), number -> new ArrayList<>());
                    int lane = 0;
                    while (lane < gutter.size() && gutter.get(lane).stream().anyMatch(one.getValue()::touches)) {
                        lane++;
                    }
                    if (lane == gutter.size()) {
                        gutter.add(new ArrayList<>());
                    }
                    gutter.get(lane).add(one.getValue());
                    lanes.put(one.getKey(), lane);
                });
        taken.forEach((gutter, all) -> counts.put(gutter, all.size()));
    }

    int lane(Bundle bundle) {
        return lanes.getOrDefault(bundle, 0);
    }

    /** How wide a gutter is. */
    int width(int gutter, int lane) {
        int count = counts.getOrDefault(gutter, 0);
        return count == 0 ? 4 : 2 * EDGE + (count - 1) * lane;
    }
}
