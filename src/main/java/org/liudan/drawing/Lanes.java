package org.liudan.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lanes beside the columns, in which arrows run up and down. Arrows to one box share a lane; other arrows never touch. All
 * lengths are in pixels.
 */
final class Lanes {

    /** The distance between a box and the nearest lane, with room for the head of an arrow. */
    static final int EDGE = 12;

    private static final int MIN_GAP = 5;

    /**
     * A bundle of arrows to one box.
     *
     * @param gutter the number of the gutter: the space before the column of this number, or after the last column
     * @param to the id of the step
     * @param back true if it leads to an earlier step
     * @param over true if it continues over the top to another gutter
     */
    record Bundle(int gutter, String to, boolean back, boolean over) {}

    private record VerticalSpan(int from, int to) {

        boolean touches(VerticalSpan other) {
            return from - MIN_GAP <= other.to && other.from - MIN_GAP <= to;
        }
    }

    private final Map<Bundle, VerticalSpan> spans = new HashMap<>();
    private final Map<Bundle, Integer> lanes = new HashMap<>();
    private final Map<Integer, Integer> counts = new HashMap<>();

    /** Adds the vertical part of an arrow to its bundle. */
    void add(Bundle bundle, int from, int to) {
        var span = new VerticalSpan(Math.min(from, to), Math.max(from, to));
        spans.merge(
                bundle,
                span,
                (first, second) -> new VerticalSpan(Math.min(first.from, second.from), Math.max(first.to, second.to)));
    }

    /** Assigns a lane to every bundle. Short bundles get the lanes next to the boxes. */
    void assignLanes() {
        var occupied = new HashMap<Integer, List<List<VerticalSpan>>>();
        spans.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Bundle, VerticalSpan>>comparingInt(
                                entry -> entry.getValue().to - entry.getValue().from)
                        .thenComparing(entry -> entry.getKey().toString()))
                .forEach(entry -> {
                    var gutter = occupied.computeIfAbsent(entry.getKey().gutter(), number -> new ArrayList<>());
                    int lane = 0;
                    while (lane < gutter.size() && gutter.get(lane).stream().anyMatch(entry.getValue()::touches)) {
                        lane++;
                    }
                    if (lane == gutter.size()) {
                        gutter.add(new ArrayList<>());
                    }
                    gutter.get(lane).add(entry.getValue());
                    lanes.put(entry.getKey(), lane);
                });
        occupied.forEach((gutter, used) -> counts.put(gutter, used.size()));
    }

    /** The number of the lane of a bundle, from 0. */
    int lane(Bundle bundle) {
        return lanes.getOrDefault(bundle, 0);
    }

    /** The width of a gutter, for lanes at this distance. */
    int width(int gutter, int lane) {
        int count = counts.getOrDefault(gutter, 0);
        return count == 0 ? 4 : 2 * EDGE + (count - 1) * lane;
    }
}
